import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,extension,server-plugin/*,dev,tests/{lint,cognito}}/**/*.test.ts'],
    // Property tests run long on a busy machine; what must be quick is measured in CPU time.
    testTimeout: 30_000,
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
});
