import { expect, test } from '@playwright/test';
import { setPhoneNumber } from '@lifeguard/cli';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createMobileNumberUser } from '../support/mobile-number-users.ts';
import { lifeguard } from '../support/operator.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const MIGRATE = ['migrate', 'netzbegruenung'] as const;

interface Report {
  readonly examined: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly users: readonly { readonly username: string; readonly outcome: string; readonly reason?: string }[];
}

async function migrate(bed: TestBed, ...args: readonly string[]): Promise<Report> {
  const { output } = await lifeguard(bed, ...MIGRATE, ...args, '--format', 'json');
  return JSON.parse(output) as Report;
}

async function credentialTypes(bed: TestBed, { id }: TestUser): Promise<readonly (string | undefined)[]> {
  const credentials = await bed.pool.client.users.getCredentials({ id });
  return credentials.map(({ type }) => type).toSorted();
}

test('a run without --apply writes nothing; with it the user signs in by the number, and a third run has nothing to do', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const user = await createMobileNumberUser(bed);
  const plan = await lifeguard(bed, ...MIGRATE);
  expect(plan).toMatchObject({ status: 0, output: expect.stringMatching(/to-take-over[\s\S]*Nothing was written/) });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('signed-in');

  expect(await migrate(bed, '--apply')).toMatchObject({ examined: 1, outcomes: { 'taken-over': 1 } });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  expect(await credentialTypes(bed, user)).toContain('mobile-number');
  expect(await migrate(bed, '--apply')).toMatchObject({ outcomes: { 'nothing-to-do': 1 } });
});

test('their credential goes only when told to, and only of users whose number was taken over', async () => {
  await using bed = await createTestBed();
  const user = await createMobileNumberUser(bed);
  const other = await createMobileNumberUser(bed, { mobileNumber: '0151 000' });
  const result = await lifeguard(bed, ...MIGRATE, '--apply', '--remove-credentials');
  expect(result.status).toBe(1);
  expect(await credentialTypes(bed, user)).toEqual(['lifeguard-sms', 'password']);
  expect(await credentialTypes(bed, other)).toContain('mobile-number');
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');
});

test('numbers without a country code, other numbers and disabled accounts are reported, one line each and masked', async () => {
  await using bed = await createTestBed();
  const national = await createMobileNumberUser(bed, { mobileNumber: '0151 23456789' });
  const disabled = await createMobileNumberUser(bed, { enabled: false });
  const other = await createMobileNumberUser(bed, { mobileNumber: '+4915123456780' });
  await setPhoneNumber(bed.pool, { user: other.username, phoneNumber: other.phoneNumber, verified: true });
  await bed.createUser();

  const csv = await lifeguard(bed, ...MIGRATE, '--apply', '--format', 'csv');
  expect(csv.status).toBe(1);
  const lines = csv.output.trim().split('\r\n');
  expect(lines).toHaveLength(4);
  const lineOf = ({ username }: TestUser) => lines.find((line) => line.startsWith(username));
  expect(lineOf(national)).toMatch(/,no-number,kept,.*--country-code/);
  expect(lineOf(disabled)).toMatch(/,disabled,.*,taken-over,kept,$/);
  expect(lineOf(other)).toMatch(/,other-number,kept,.*--overwrite/);
  expect(csv.output).not.toMatch(/23456|\+\d/);
  expect(await new PlainBrowser(bed).signIn(other)).toBe('sms-code');
  expect(await bed.texts(other.phoneNumber)).toHaveLength(1);

  const again = await migrate(bed, '--apply', '--country-code', '+49', '--overwrite');
  expect(again).toMatchObject({ examined: 4, outcomes: { 'taken-over': 2, 'nothing-to-do': 1 } });
  expect(await new PlainBrowser(bed).signIn(national)).toBe('sms-code');
  expect(await bed.texts('+4915123456789')).toHaveLength(1);
});

test('a user with an authenticator is asked to choose, and is not asked for the text message alone', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const user = await createMobileNumberUser(bed);
  await giveAuthenticator(bed, user);
  await migrate(bed, '--apply');
  expect(await new PlainBrowser(bed).signIn(user)).toBe('select-factor');
});

test('it works before install, in pages, and goes on behind the users that are done', async () => {
  await using bed = await createTestBed();
  const profile = await bed.pool.client.users.getProfile();
  const attributes = profile.attributes?.filter(({ name }) => !/^(phoneNumber|lifeguard\.)/.test(name ?? ''));
  await bed.pool.client.users.updateProfile({ ...profile, ...(attributes === undefined ? {} : { attributes }) });
  const users = Array.from({ length: 103 }, (_, index) => ({
    username: `member-${String(index).padStart(3, '0')}`,
    enabled: true,
    credentials: [
      {
        type: 'mobile-number',
        credentialData: JSON.stringify({ mobileNumber: `+1415555${1000 + index}` }),
        secretData: '{}',
      },
    ],
  }));
  await bed.pool.client.realms.partialImport({ realm: bed.realm, rep: { ifResourceExists: 'FAIL', users } });
  expect(await migrate(bed, '--apply', '--from', '100')).toMatchObject({ examined: 3, outcomes: { 'taken-over': 3 } });
  expect(await migrate(bed, '--apply')).toMatchObject({
    examined: 103,
    outcomes: { 'taken-over': 100, 'nothing-to-do': 3 },
  });
});
