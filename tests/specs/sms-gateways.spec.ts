import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { getSpend } from '@lifeguard/cli';
import { type Moto, startMoto } from '@lifeguard/dev/moto';
import { findMoto } from '@lifeguard/dev/prerequisites';
import { isSigned, signatureOf } from '../support/body-signature.ts';
import { gatewayHealth } from '../support/gateway-health.ts';
import {
  GATEWAYS,
  type GatewayServer,
  SNS,
  SNS_ACCEPTS,
  startGatewayServer,
  TWILIO,
  WEBHOOK,
} from '../support/gateway-server.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import type { RecordingGateway } from '../support/recording-gateway.ts';

let server: GatewayServer;
let gateway: RecordingGateway;
let aws: RecordingGateway;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startGatewayServer();
  ({ gateway, aws } = server);
});
test.afterAll(() => server.stop());
test.beforeEach(() => {
  for (const path of [WEBHOOK, TWILIO]) gateway.script(path, { status: 401 });
  aws.script(SNS, SNS_ACCEPTS);
});

test("a text goes out as the operator's JSON, authenticated, and signed with the realm's own secret from the vault", async () => {
  await using bed = await server.createPool();
  await using other = await server.createPool({ 'webhook-signing': 'a-secret-of-another-realm' });
  gateway.script(WEBHOOK, { status: 202 });
  const { number, page } = await server.signIn(bed);
  await server.signIn(other);
  expect(page).toBe('sms-code');
  const [sent, sentByOther] = gateway.requests(WEBHOOK);
  expect(JSON.parse(sent?.body ?? '')).toEqual([
    {
      ref: sent?.headers['idempotency-key'],
      number: number.slice(1),
      message: expect.stringMatching(/^Pool: Your authentication code is \d{6}\.$/),
    },
  ]);
  expect(sent?.headers).toMatchObject({ authorization: `Bearer ${GATEWAYS.bearerToken}`, 'x-tenant': 'pool' });
  expect(sent?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  expect(isSigned(sent, GATEWAYS.signingSecret)).toBe(true);
  expect(isSigned(sentByOther, 'a-secret-of-another-realm')).toBe(true);
});

test('a text that was not taken, or got no answer, is handed over once more with the same key and the same words', async () => {
  await using bed = await server.createPool();
  for (const first of [{ status: 503 }, 'silence'] as const) {
    gateway.script(WEBHOOK, first, { status: 202 });
    expect((await server.signIn(bed)).html).not.toContain('It may still arrive.');
    const sent = gateway.requests(WEBHOOK);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ headers, body }) => `${String(headers['idempotency-key'])} ${body}`)).size).toBe(1);
    expect(gateway.requests(TWILIO)).toEqual([]);
  }
});

test('silence holds nobody longer than the timeout, and no other gateway sends what may have been sent', async () => {
  await using bed = await server.createPool();
  gateway.script(WEBHOOK, 'silence', { status: 503 });
  expect((await server.signIn(bed)).html).toContain('It may still arrive.');
  gateway.script(WEBHOOK, { status: 202 });
  await server.signIn(bed);

  gateway.script(WEBHOOK, 'silence');
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open();
  const begin = performance.now();
  expect(await browser.password(user)).toBe('sms-code');
  expect(performance.now() - begin).toBeLessThan(GATEWAYS.webhookTimeoutInMillis + 2_000);
  expect(gateway.requests(WEBHOOK)).toHaveLength(2);
  expect([...gateway.requests(TWILIO), ...aws.requests(SNS)]).toEqual([]);
});

test('a number that one gateway refuses is not tried at the others', async () => {
  await using bed = await server.createPool();
  gateway.script(WEBHOOK, { status: 422 });
  expect((await server.signIn(bed)).html).toContain('We could not send the text message.');
  expect(gateway.requests(TWILIO)).toEqual([]);

  gateway.script(WEBHOOK, { status: 401 });
  gateway.script(TWILIO, { status: 400, body: '{"code": 21614, "message": "not a mobile number"}' });
  expect((await server.signIn(bed)).html).toContain('We could not send the text message.');
  expect(gateway.requests(TWILIO)).toHaveLength(1);
  expect(aws.requests(SNS)).toEqual([]);
});

test('Twilio gets what the webhook would not take: with its credentials, its sender and an address for receipts', async () => {
  await using bed = await server.createPool();
  gateway.script(TWILIO, { status: 201, body: '{"sid": "SM1", "status": "queued"}' });
  const { number, page } = await server.signIn(bed);
  expect(page).toBe('sms-code');
  const [sent] = gateway.requests(TWILIO);
  const basic = Buffer.from(`${GATEWAYS.twilioAccount}:${GATEWAYS.authToken}`).toString('base64');
  expect(sent?.headers.authorization).toBe(`Basic ${basic}`);
  const { StatusCallback, ...form } = Object.fromEntries(new URLSearchParams(sent?.body));
  expect(form).toEqual({ To: number, From: GATEWAYS.twilioSender, Body: expect.stringMatching(/\d{6}/) });
  expect(StatusCallback).toMatch(
    new RegExp(`^${bed.url}/realms/${bed.realm}/lifeguard/sms/receipts/twilio/[0-9a-f-]{36}$`),
  );
});

test('a gateway that fails again and again is left alone at once, and one text tries it later', async () => {
  await using bed = await server.createPool();
  gateway.script(TWILIO, { status: 201 });
  gateway.script(WEBHOOK, { status: 503 });
  const waiting = { user: await bed.createUser(), browser: new PlainBrowser(bed) };
  await waiting.browser.open();
  for (let i = 0; i < GATEWAYS.failuresToOpen; i += 1) await server.signIn(bed);
  const asked = gateway.requests(WEBHOOK).length;
  expect(asked).toBe(2 * GATEWAYS.failuresToOpen);
  expect(await waiting.browser.password(waiting.user)).toBe('sms-code');
  expect(await gatewayHealth(bed, 'webhook')).toMatchObject({ state: 'open', lastFailure: 'HTTP 503' });
  expect(gateway.requests(WEBHOOK)).toHaveLength(asked);
  expect(gateway.requests(TWILIO)).toHaveLength(GATEWAYS.failuresToOpen + 1);

  await expect.poll(async () => (await gatewayHealth(bed, 'webhook')).state, { timeout: 30_000 }).toBe('half-open');
  gateway.script(WEBHOOK, { status: 202 });
  await server.signIn(bed);
  expect(gateway.requests(WEBHOOK)).toHaveLength(1);
  expect((await gatewayHealth(bed, 'webhook')).state).toBe('closed');
});

test('without its secret in the vault a gateway is not asked in that realm, and no reference is ever sent', async () => {
  await using bed = await server.createPool({});
  gateway.script(WEBHOOK, { status: 202 });
  gateway.script(TWILIO, { status: 201 });
  expect((await server.signIn(bed)).page).toBe('sms-code');
  expect([...gateway.requests(WEBHOOK), ...gateway.requests(TWILIO)]).toEqual([]);
  expect(aws.requests(SNS)).toHaveLength(1);
  expect(await readFile(server.keycloak.logFile, 'utf8')).toContain(
    'The SMS gateway webhook did not take a text: the vault has no value for a secret of the webhook in this realm',
  );
});

async function postReceipt(url: string, headers: Record<string, string>, body: string): Promise<number> {
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

test('a receipt counts when the gateway has signed it, and a forged one is a 403', async () => {
  await using bed = await server.createPool();
  const receipts = `${bed.url}/realms/${bed.realm}/lifeguard/sms/receipts`;
  const before = [await gatewayHealth(bed, 'webhook'), await gatewayHealth(bed, 'twilio')] as const;

  const now = Math.floor(Date.now() / 1_000);
  const body = '{"id": "a1", "status": "delivered"}';
  const signed = (secret: string, time = now): Record<string, string> => ({
    'content-type': 'application/json',
    'lifeguard-signature': signatureOf(secret, body, time),
  });
  expect(await postReceipt(`${receipts}/webhook/a1`, signed('guessed'), body)).toBe(403);
  expect(await postReceipt(`${receipts}/webhook/a1`, { 'content-type': 'application/json' }, body)).toBe(403);
  expect(await postReceipt(`${receipts}/webhook/a2`, signed(GATEWAYS.signingSecret), body)).toBe(403);
  expect(await postReceipt(`${receipts}/webhook/a1`, signed(GATEWAYS.signingSecret, now - 3_600), body)).toBe(403);
  expect(await postReceipt(`${receipts}/sns/a1`, signed(GATEWAYS.signingSecret), body)).toBe(403);
  expect(await postReceipt(`${receipts}/nowhere/a1`, signed(GATEWAYS.signingSecret), body)).toBe(403);
  expect(await postReceipt(`${receipts}/webhook/a1`, signed(GATEWAYS.signingSecret), body)).toBe(204);

  const form = 'MessageSid=SM1&MessageStatus=undelivered';
  const bySum = (token: string): Record<string, string> => ({
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': createHmac('sha1', token)
      .update(`${receipts}/twilio/a1MessageSidSM1MessageStatusundelivered`)
      .digest('base64'),
  });
  expect(await postReceipt(`${receipts}/twilio/a1`, bySum('guessed'), form)).toBe(403);
  expect(await postReceipt(`${receipts}/twilio/a2`, bySum(GATEWAYS.authToken), form)).toBe(403);
  expect(await postReceipt(`${receipts}/twilio/a1`, bySum(GATEWAYS.authToken), form)).toBe(204);

  expect(await gatewayHealth(bed, 'webhook')).toMatchObject({ delivered: before[0].delivered + 1, undelivered: 0 });
  expect(await gatewayHealth(bed, 'twilio')).toMatchObject({ delivered: 0, undelivered: before[1].undelivered + 1 });
});

test('the receipt of a text that went out is in the report of the month, once', async () => {
  await using bed = await server.createPool();
  gateway.script(WEBHOOK, { status: 202 });
  await server.signIn(bed);
  const id = String(gateway.requests(WEBHOOK).at(-1)?.headers['idempotency-key']);
  const body = JSON.stringify({ id, status: 'delivered' });
  for (let repeated = 0; repeated < 2; repeated += 1) {
    const signature = signatureOf(GATEWAYS.signingSecret, body, Math.floor(Date.now() / 1_000));
    const headers = { 'content-type': 'application/json', 'lifeguard-signature': signature };
    expect(
      await postReceipt(`${bed.url}/realms/${bed.realm}/lifeguard/sms/receipts/webhook/${id}`, headers, body),
    ).toBe(204);
  }
  expect(await getSpend(bed.pool)).toMatchObject({ texts: 1, delivered: 1, undelivered: 0, refusals: [] });
});

test('a receipt that comes before the answer of the gateway is taken later', async () => {
  await using bed = await server.createPool();
  gateway.script(WEBHOOK, 'silence');
  const signedIn = server.signIn(bed);
  await expect.poll(() => gateway.requests(WEBHOOK).length).toBe(1);
  const id = String(gateway.requests(WEBHOOK).at(-1)?.headers['idempotency-key']);
  const post = () => {
    const body = JSON.stringify({ id, status: 'delivered' });
    const signature = signatureOf(GATEWAYS.signingSecret, body, Math.floor(Date.now() / 1_000));
    return fetch(`${bed.url}/realms/${bed.realm}/lifeguard/sms/receipts/webhook/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'lifeguard-signature': signature },
      body,
    });
  };
  const early = await post();
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '30']);
  await signedIn;
  expect((await post()).status).toBe(204);
  expect(await getSpend(bed.pool)).toMatchObject({ texts: 1, delivered: 1 });
  // The silence was one failure of the gateway; a text that it takes ends the count.
  gateway.script(WEBHOOK, { status: 202 });
  await server.signIn(bed);
});

test('the health of the gateways is shown to nobody without the right to view the realm', async () => {
  await using bed = await server.createPool();
  await bed.setPolicy({ mfaConfiguration: 'OFF' });
  const statusFor = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${bed.url}/admin/realms/${bed.realm}/lifeguard/sms/gateways`, { headers })).status;
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(await bed.createUser())).toBe('signed-in');
  expect(await statusFor({})).toBe(401);
  expect(await statusFor({ authorization: `Bearer ${(await browser.tokens())['access_token']}` })).toBe(403);
});

test.describe('Amazon SNS', () => {
  test.skip(
    findMoto() === undefined && process.env['CI'] === undefined,
    'moto was not found: `npm run dev prerequisites` installs it where there is Python 3.10 or newer',
  );
  let moto: Moto;
  test.beforeAll(async () => {
    moto = await startMoto({ log: console.error });
    aws.forward(SNS, moto.url);
  });
  test.afterAll(() => moto.stop());

  test('publishes the text to the number, with sender, kind and the lower of two maximum prices', async () => {
    await using bed = await server.createPool();
    await bed.setAttributes({ 'lifeguard.smsMaxPrice': '0.25' });
    aws.script(SNS);
    const { number, page } = await server.signIn(bed);
    expect(page).toBe('sms-code');
    expect(await moto.texts()).toEqual([
      expect.objectContaining({ phone_number: number, message: expect.stringMatching(/code is \d{6}/) }),
    ]);
    const sent = aws.requests(SNS);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers.authorization).toContain(`/${GATEWAYS.region}/sns/aws4_request`);
    const form = Object.fromEntries(new URLSearchParams(sent[0]?.body));
    const attributes = Object.entries(form).flatMap(([name, value]) =>
      name.endsWith('.Name') ? [[value, form[name.replace('Name', 'Value.StringValue')]] as const] : [],
    );
    expect(Object.fromEntries(attributes)).toEqual({
      'AWS.SNS.SMS.SMSType': 'Transactional',
      'AWS.SNS.SMS.SenderID': 'Pool',
      'AWS.SNS.SMS.MaxPrice': '0.25',
    });
  });
});
