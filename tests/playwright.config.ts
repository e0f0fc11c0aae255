import { defineConfig } from '@playwright/test';

const LEAKS = /no-secrets-in-logs/;
/** Specs that leave the machine idle most of the time: what they prove is that nothing happens, or happens only after a while. */
const WAITING = /extension-attack-pages\.spec/;
/** Specs that start servers of their own, or need a browser more than a server; as many as keep both lines equally long. */
const BESIDE =
  /(?:broken-core|cluster|container-image|extension-(?!appearance|backup|enrolment-kinds|list|passkey|pool|recovery-codes|set-up-pages|who-is-filled)[\w-]+|log-gateway|newer-java|plain-server|sms-gateways|uninstall)\.spec/;

// Each test makes its own realm. On the shared server they run one after the other; beside them run those that hardly use it, and
// those that hardly use anything.
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results',
  globalSetup: './support/start-servers.ts',
  workers: 3,
  // A machine that was busy once fails nobody's build: the report still calls such a test flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    { name: 'server', testIgnore: [LEAKS, BESIDE, WAITING], workers: 1 },
    { name: 'beside', testMatch: BESIDE, testIgnore: WAITING, workers: 1 },
    { name: 'waiting', testMatch: WAITING, workers: 1 },
    // Looks at what all the others have left behind.
    { name: 'afterwards', testMatch: LEAKS, dependencies: ['server', 'beside', 'waiting'] },
  ],
});
