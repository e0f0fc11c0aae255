import { defineConfig } from '@playwright/test';

// One server and two cores: specs run one after the other, and each test makes its own realm.
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results',
  globalSetup: './support/start-servers.ts',
  workers: 1,
  // A machine that was busy once fails nobody's build: the report still calls such a test flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    { name: 'all', testIgnore: /no-secrets-in-logs/ },
    // Looks at what all the others have left behind.
    { name: 'afterwards', testMatch: /no-secrets-in-logs/, dependencies: ['all'] },
  ],
});
