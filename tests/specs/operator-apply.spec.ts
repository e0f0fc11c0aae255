import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { lifeguard } from '../support/operator.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeguard-apply-'));
});
test.afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

async function realmOf({ pool, realm }: TestBed) {
  return pool.client.realms.findOne({ realm });
}

test('apply shows the difference, makes the pool so, and has nothing to do the second time', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF', smsMfa: false } });
  await bed.pool.client.realms.update({ realm: bed.realm }, { browserFlow: 'browser' });
  const file = await write(
    'pool.yaml',
    'policy:\n  mfaConfiguration: ON\n  smsMfa: true\nspend:\n  smsMonthlyLimit: 50.00\n  smsPrices: default=0.10 US=0.0081\ninstalled: true\n',
  );
  const before = await realmOf(bed);
  const dryRun = await lifeguard(bed, 'apply', file, '--dry-run');
  expect(dryRun.status).toBe(3);
  expect(dryRun.output).toMatch(/^mfaConfiguration: OFF → ON\nsmsMfa: false → true\nsmsMonthlyLimit: 1\.00 → 50\.00\n/);
  expect(dryRun.output).toMatch(/would bind "lifeguard-browser"/);
  expect(await realmOf(bed)).toEqual(before);

  expect(await lifeguard(bed, 'apply', file, '--yes')).toMatchObject({
    status: 0,
    output: expect.stringMatching(/\ndone\n$/),
  });
  expect(await new PlainBrowser(bed).signIn(await bed.createUser())).toBe('sms-code');
  expect((await lifeguard(bed, 'sms', 'get')).output).toMatch(/monthly-limit +50\.00/);
  expect(await lifeguard(bed, 'apply', file, '--yes')).toEqual({ status: 0, output: 'nothing to change\n' });
  const json = await lifeguard(bed, 'apply', file, '--json');
  expect(JSON.parse(json.output)).toMatchObject({ policy: [], spend: [], installation: [], applied: false });
});

test('a file with anything wrong in it changes nothing, and every fault is one line', async () => {
  await using bed = await createTestBed();
  const before = await realmOf(bed);
  const misspelt = await write('misspelt.yaml', 'policy:\n  mfaConfiguration: OFF\n  smsMFA: true\nspnd: {}\n');
  const refused = await lifeguard(bed, 'apply', misspelt, '--yes');
  expect(refused.status).toBe(1);
  expect(refused.output).toMatch(/did you mean spend\?\n.*did you mean smsMfa\?\n$/);
  const invalid = await write(
    'invalid.json',
    '{"policy": {"mfaConfiguration": "OFF"}, "spend": {"smsPerHour": "many"}}',
  );
  expect(await lifeguard(bed, 'apply', invalid, '--yes')).toMatchObject({
    status: 1,
    output: expect.stringMatching(/^lifeguard\.smsPerHour: .*\n$/),
  });
  expect(await realmOf(bed)).toEqual(before);
});

test('without a terminal nobody has said yes, and nothing is changed', async () => {
  await using bed = await createTestBed();
  const file = await write('off.yaml', 'policy: {mfaConfiguration: OFF}\n');
  const before = await realmOf(bed);
  expect(await lifeguard(bed, 'apply', file)).toMatchObject({ status: 2, output: expect.stringContaining('--yes') });
  expect(await lifeguard(bed, 'apply', join(folder, 'nothing.yaml'))).toMatchObject({ status: 2 });
  expect(await realmOf(bed)).toEqual(before);
});

test('what export prints of one pool makes another pool the same', async () => {
  await using model = await createTestBed({
    policy: {
      smsCodeValidityInSeconds: 600,
      smsAuthenticationMessage: 'Blue Pool: "{####}" # code',
      phoneNumberByUser: true,
    },
  });
  await using copy = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const exported = await lifeguard(model, 'export');
  expect(exported.status).toBe(0);
  const file = await write('exported.yaml', exported.output);
  expect(await lifeguard(model, 'apply', file, '--yes')).toEqual({ status: 0, output: 'nothing to change\n' });
  expect((await lifeguard(copy, 'apply', file, '--yes')).status).toBe(0);
  expect(await lifeguard(copy, 'export')).toEqual(exported);
});
