import { expect, test } from '@playwright/test';
import { keepLog } from '../support/evidence.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { startSecondServer } from '../support/second-server.ts';
import { createTestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

test('a server that was not started with the test clock ignores a clock in the realm', async () => {
  test.setTimeout(300_000);
  const { gatewayUrl } = testServer();
  const keycloak = await startSecondServer({
    options: [`--spi-lifeguard-sms--webhook--url=${gatewayUrl}`],
  });
  try {
    await using bed = await createTestBed({ server: { ...testServer(), url: keycloak.url } });
    const user = await bed.createUser();
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe('sms-code');
    await bed.moveClock(600);
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
    expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  } finally {
    await keycloak.stop();
    await keepLog(keycloak.logFile);
  }
});
