import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,extension,server-plugin/*,dev,tests/{lint,cognito}}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
});
