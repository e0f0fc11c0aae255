import { expect, test } from '@playwright/test';
import { setPhoneNumber } from '@lifeguard/cli';
import { enrolAuthenticator } from '../support/enrol.ts';
import { lifeguard } from '../support/operator.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';

test('doctor finds nothing open in a Required pool and shows the time of a call into the core', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  await new PlainBrowser(bed).signIn(await bed.createUser());
  const { status, output } = await lifeguard(bed, 'doctor');
  expect(output).toMatch(/core-calls .*median [0-9]+ µs, p99 [0-9]+ µs/);
  expect(output).toMatch(/ok +browser-flow/);
  expect(output).not.toMatch(/^problem/m);
  expect(status).toBe(0);
});

test('doctor exits 1 when the step was taken out of the flow, and names the command that mends it', async () => {
  await using bed = await createTestBed();
  await bed.pool.client.realms.update({ realm: bed.realm }, { browserFlow: 'browser' });
  const { status, output } = await lifeguard(bed, 'doctor');
  expect(output).toMatch(/problem +browser-flow[\s\S]*lifeguard install/);
  expect(status).toBe(1);
});

test('install twice changes nothing, and --dry-run changes nothing either', async () => {
  await using bed = await createTestBed();
  expect(await lifeguard(bed, 'install')).toMatchObject({ status: 0, output: expect.stringContaining('othing to do') });
  await bed.pool.client.realms.update({ realm: bed.realm }, { browserFlow: 'browser' });
  const plan = await lifeguard(bed, 'install', '--dry-run');
  expect(plan.output).toContain('bind');
  expect((await bed.pool.client.realms.findOne({ realm: bed.realm }))?.browserFlow).toBe('browser');
  expect((await lifeguard(bed, 'install')).status).toBe(0);
  expect((await bed.pool.client.realms.findOne({ realm: bed.realm }))?.browserFlow).not.toBe('browser');
});

test('policy and phone number are set and shown, and refused with a reason', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  expect((await lifeguard(bed, 'policy', 'set', '--mfa', 'OPTIONAL', '--sms', 'off')).status).toBe(0);
  expect((await lifeguard(bed, 'policy', 'get')).output).toMatch(/mfaConfiguration +OPTIONAL/);
  expect(await lifeguard(bed, 'policy', 'set', '--mfa', 'ON', '--sms', 'off', '--totp', 'off')).toMatchObject({
    status: 1,
    output: expect.stringContaining('must be enabled'),
  });
  const set = await lifeguard(bed, 'phone', 'set', user.username, user.phoneNumber);
  expect(set.status).toBe(0);
  expect(set.output).not.toContain(user.phoneNumber);
  expect(await lifeguard(bed, 'phone', 'set', user.username, '0800 12')).toMatchObject({
    status: 1,
    output: expect.stringContaining('country code'),
  });
});

test('factor reset takes the authenticator of a user who has lost the device, and the phone number only when told to', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  await enrolAuthenticator(bed, user);
  await setPhoneNumber(bed.pool, { user: user.username, phoneNumber: user.phoneNumber });
  const reset = await lifeguard(bed, 'factor', 'reset', user.username);
  expect(reset).toMatchObject({
    status: 0,
    output: expect.stringContaining(`removed from ${user.username}: the authenticator "phone"`),
  });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');

  const withPhone = await lifeguard(bed, 'factor', 'reset', user.username, '--phone');
  expect(withPhone.output).toContain('the phone number');
  expect(withPhone.output).not.toContain(user.phoneNumber);
  expect(await new PlainBrowser(bed).signIn(user)).toBe('enrolment');
  expect((await bed.pool.client.users.findOne({ id: user.id }))?.email).toBe(`${user.username}@example.org`);

  expect((await lifeguard(bed, 'factor', 'reset', user.username)).output).toContain('no second factor to remove');
  expect(await lifeguard(bed, 'factor', 'reset', 'nobody')).toMatchObject({
    status: 1,
    output: expect.stringContaining('has no user nobody'),
  });
});

test('a wrong password and a realm that is not there are one sentence each', async () => {
  await using bed = await createTestBed();
  for (const args of [
    ['doctor', '--password', 'wrong'],
    ['doctor', '--realm', 'nowhere'],
  ]) {
    const { status, output } = await lifeguard(bed, ...args);
    expect(status).toBe(2);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).not.toContain('    at ');
  }
});

test('the state of the plugin is shown to nobody without the right to view the realm', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const statusFor = async (token: string | undefined) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return (await fetch(`${bed.url}/admin/realms/${bed.realm}/lifeguard/status`, { headers })).status;
  };
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(await bed.createUser())).toBe('signed-in');
  expect(await statusFor(undefined)).toBe(401);
  expect(await statusFor((await browser.tokens())['access_token'])).toBe(403);
  expect(await statusFor(await bed.pool.client.getAccessToken())).toBe(200);
});
