import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,extension,server-plugin/*,dev,tests/{lint,cognito}}/**/*.test.ts'],
    // Property tests run long on a busy machine; what must be quick is measured in CPU time.
    testTimeout: 30_000,
    // All of a small machine: otherwise one core is left for somebody who watches.
    maxWorkers: '100%',
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
});
