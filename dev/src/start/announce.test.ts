import { expect, test } from 'vitest';
import { announceAsJson, announceAsText } from './announce.ts';
import type { Demo } from './start-demo.ts';

const DEMO: Demo = {
  keycloak: {
    url: 'http://localhost:9000',
    admin: { username: 'admin', password: 'secret' },
    pid: 4711,
    logFile: '/x/demo.log',
    ended: Promise.resolve(),
  },
  inboxUrl: 'http://127.0.0.1:9001/',
  appUrl: 'http://127.0.0.1:9002/',
  extension: { chromium: '/x/chrome', firefox: '/x/firefox' },
  cognito: {
    endpoint: 'http://localhost:9000/realms/master/lifeguard/cognito',
    region: 'us-east-1',
    accessKeyId: 'demo-key',
    secretAccessKey: 'not-for-the-screen',
    poolId: 'us-east-1_0123456789abcdef0123456789abcdef',
    clientId: 'demo_api',
  },
};

test('for scripts: one line of JSON', () => {
  const line = announceAsJson(DEMO);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    keycloak: 'http://localhost:9000',
    realm: 'demo',
    client: 'demo-app',
    admin: { username: 'admin', password: 'secret' },
    users: [
      { username: 'ada', password: expect.any(String), phone: expect.stringMatching(/^\+\d+$/) },
      { username: 'grace', password: expect.any(String) },
    ],
    inbox: 'http://127.0.0.1:9001/',
    cognito: DEMO.cognito,
    extension: { chromium: '/x/chrome', firefox: '/x/firefox' },
    pid: 4711,
  });
});

test('for people: addresses, users and how to load the extension, in one screen', () => {
  const text = announceAsText(DEMO);
  for (const part of [
    DEMO.appUrl,
    DEMO.inboxUrl,
    DEMO.keycloak.url,
    DEMO.cognito.endpoint,
    DEMO.cognito.poolId,
    DEMO.cognito.clientId,
    'http://localhost:9000/realms/demo/lifeguard/console/   (ada)',
    'ada',
    'grace',
    '/x/chrome',
    '/x/firefox',
    'Ctrl-C',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain(DEMO.cognito.secretAccessKey);
  expect(text.split('\n').length).toBeLessThanOrEqual(26);
});
