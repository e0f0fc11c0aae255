import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { apiApplication } from '../support/cognito-api.ts';
import { readMetrics } from '../support/metrics.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';
import { directGrant } from '../support/token-request.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

const DASHBOARD = join(import.meta.dirname, '../../docs/grafana/lifeguard.json');

/** What the server has counted for the bed's realm, as `name{label=value …}`. */
async function counted({ realm }: Pick<TestBed, 'realm'>): Promise<Readonly<Record<string, number>>> {
  const samples = (await readMetrics(testServer().metricsUrl)).filter(({ labels }) => labels['realm'] === realm);
  return Object.fromEntries(
    samples
      .filter(({ name }) => name.startsWith('lifeguard_'))
      .map(({ name, labels, value }) => [
        [name, ...Object.values({ ...labels, realm: '' }).filter((label) => label !== '')].join(' '),
        value,
      ]),
  );
}

/** Signs in rightly and wrongly by each factor and each way, and sends past the limit. */
async function useAll(bed: TestBed): Promise<void> {
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  await browser.submit({ code: wrongCodes(code, 1)[0] ?? '' });
  expect(await browser.submit({ code })).toBe('signed-in');

  const owner = await bed.createUser({ phone: false });
  const app = await appOf(await giveAuthenticator(bed, owner));
  await directGrant(bed, owner, { totp: await app.wrongCode() });
  const other = new PlainBrowser(bed);
  await other.signIn(owner);
  expect(await other.submit({ otp: await app.code() })).toBe('signed-in');

  await bed.setAttributes({ 'lifeguard.smsMonthlyLimit': '0.15' });
  expect(await new PlainBrowser(bed).signIn(await bed.createUser())).toBe('sms-code');
  await bed.setPolicy({ softwareTokenMfa: false });
  expect(await new PlainBrowser(bed).signIn(await bed.createUser({ phone: false }))).toBe('error');
}

let samples: Awaited<ReturnType<typeof counted>>;
let realm: string;
test.beforeAll(async () => {
  await using bed = await createTestBed();
  await useAll(bed);
  samples = await counted(bed);
  realm = bed.realm;
});

test('sign-ins, texts and spend are counted by realm', () => {
  expect(samples).toEqual({
    'lifeguard_challenges_total SMS_MFA success': 1,
    'lifeguard_challenges_total SMS_MFA failure': 1,
    'lifeguard_challenges_total SOFTWARE_TOKEN_MFA success': 1,
    'lifeguard_challenges_total SOFTWARE_TOKEN_MFA failure': 1,
    'lifeguard_denials_total MFAMethodNotFoundException': 1,
    'lifeguard_sms_total sent': 1,
    'lifeguard_sms_total refused monthly-limit': 1,
    lifeguard_sms_spend_usd: 0.1,
    lifeguard_sms_limit_usd: 0.15,
  });
});

test('of a realm that is removed nothing is left', async () => {
  expect(await counted({ realm })).toEqual({});
});

test('wrong codes of the API are counted like those of the pages', async () => {
  await using bed = await createTestBed();
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  const challenge = await app.initiate(user);
  const code = await bed.lastCode(user.phoneNumber);
  await app.respond(challenge, user, { SMS_MFA_CODE: wrongCodes(code, 1)[0] ?? '' });
  await app.respond(challenge, user, { SMS_MFA_CODE: code });
  expect(await counted(bed)).toMatchObject({
    'lifeguard_challenges_total SMS_MFA success': 1,
    'lifeguard_challenges_total SMS_MFA failure': 1,
  });
});

test('the dashboard asks for nothing that the server does not count, and forgets nothing that it counts', async () => {
  const dashboard = JSON.parse(await readFile(DASHBOARD, 'utf8')) as {
    readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
  };
  const asked = dashboard.panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/lifeguard_\w+/g) ?? []),
  );
  const names = Object.keys(samples).map((sample) => sample.split(' ')[0]);
  expect([...new Set(asked)].toSorted()).toEqual([...new Set(names)].toSorted());
  const labels = dashboard.panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => [...expr.matchAll(/by \((\w+)\)|(\w+)=~?"/g)].map(([, by, where]) => by ?? where)),
  );
  expect([...new Set(labels)].toSorted()).toEqual(['factor', 'outcome', 'realm', 'reason']);
});
