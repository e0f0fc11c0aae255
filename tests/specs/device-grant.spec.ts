import { expect, test } from '@playwright/test';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { requestTokens } from '../support/token-request.ts';

const DEVICE = 'television';

async function startDevice(
  bed: TestBed,
): Promise<{ readonly device_code: string; readonly verification_uri_complete: string }> {
  await bed.pool.client.clients.create({
    clientId: DEVICE,
    publicClient: true,
    standardFlowEnabled: false,
    attributes: { 'oauth2.device.authorization.grant.enabled': 'true', 'oauth2.device.polling.interval': '1' },
  });
  const response = await fetch(`${bed.url}/realms/${bed.realm}/protocol/openid-connect/auth/device`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: DEVICE }),
  });
  return (await response.json()) as Awaited<ReturnType<typeof startDevice>>;
}

test('a device gets its tokens once the user has passed the second factor in a browser', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const { device_code, verification_uri_complete } = await startDevice(bed);
  const poll = () =>
    requestTokens(bed, {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      client_id: DEVICE,
      device_code,
    });

  const browser = new PlainBrowser(bed);
  expect(await browser.visit(verification_uri_complete)).toBe('password');
  expect(await browser.password(user)).toBe('sms-code');
  expect(await poll()).toMatchObject({ status: 400, error: 'authorization_pending' });

  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('consent');
  await browser.submit({ accept: 'Yes' });
  // Polls that come too early are told to slow down.
  await expect.poll(async () => (await poll()).access_token, { intervals: [1_500] }).toBeTruthy();
});
