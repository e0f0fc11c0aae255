import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from './account.ts';
import { withFormerKey } from './former-keys.ts';
import { commitAccount, stageAccount, withdrawStaged } from './stage-account.ts';
import { accountOf } from './vault.fixture.ts';

const HERE = ['https://id.example'];
const [OLD, NEW] = ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'NEWSECRETNEWSECRET234567'];
const ALONE = { begunElsewhere: [], nowInMillis: 5 };
const staged = accountOf('new', { origins: HERE, state: 'staged', secretBase32: NEW, createdAtInMillis: 3 });
const former = (secretBase32: string, replacedAtInMillis: number) => ({
  type: 'totp' as const,
  secretBase32,
  algorithm: 'SHA1' as const,
  digits: 6,
  periodInSeconds: 30,
  replacedAtInMillis,
});

describe('an enrolment that is begun again', () => {
  test('replaces the one that waits, whose key is kept', () => {
    const waiting = accountOf('old', { origins: HERE, state: 'staged' });
    const next = { ...staged, formerKeys: [former(OLD, 3)] };
    expect(stageAccount([waiting], staged, ALONE)).toEqual({ accounts: [next], id: 'new' });
  });

  test('with the same key stays the account that it was, also where that is begun in another tab', () => {
    const waiting = { ...staged, id: 'old' };
    const elsewhere = { begunElsewhere: ['old'] };
    expect(stageAccount([waiting], staged, elsewhere)).toEqual({ accounts: [waiting], id: 'old' });
  });

  test('in another tab leaves the one that this tab may still accept', () => {
    const waiting = accountOf('old', { origins: HERE, state: 'staged' });
    const both = stageAccount([waiting], staged, { begunElsewhere: ['old'] }).accounts;
    expect(both).toEqual([waiting, staged]);
    const first = commitAccount(both, 'old', { ...ALONE, begunElsewhere: ['new'] });
    expect(first).toEqual([{ ...waiting, state: 'active' }, staged]);
    expect(commitAccount(first, 'new', ALONE)).toEqual([{ ...staged, state: 'active', formerKeys: [former(OLD, 5)] }]);
  });
});

test.each([
  ['another site', { origins: ['https://other.example'] }],
  ['another port', { origins: ['https://id.example:8443'] }],
  ['another issuer', { issuer: 'Other' }],
  ['another name', { account: 'bob' }],
] as const)('one for %s is not replaced', (_name, changes) => {
  const waiting = accountOf('old', { origins: HERE, state: 'staged', ...changes });
  expect(stageAccount([waiting], staged, ALONE)).toEqual({ accounts: [waiting, staged], id: 'new' });
});

test('two accounts without the name of a person are never taken for one', () => {
  const nameless = { issuer: 'id.example', account: '' };
  const active = accountOf('old', { origins: HERE, ...nameless });
  const next = { ...staged, ...nameless };
  expect(commitAccount([active, next], 'new', ALONE)).toEqual([active, { ...next, state: 'active' }]);
});

const pool = { issuer: `${HERE[0]}/realms/acme`, clientId: 'lifeguard_extension', subject: '0d9a7e5c' };

describe('of accounts that are connected to pools', () => {
  test.each([
    ['another realm of the server', { pool: { ...pool, issuer: `${HERE[0]}/realms/beta` } }],
    ['another user of the realm', { pool: { ...pool, subject: 'eve' } }],
    ['no pool', {}],
  ])('one of %s is neither replaced nor renewed, though it is called the same', (_name, changes) => {
    const connected = { ...staged, pool };
    const waiting = accountOf('old', { origins: HERE, state: 'staged', ...changes });
    expect(stageAccount([waiting], connected, ALONE)).toEqual({ accounts: [waiting, connected], id: 'new' });
    const active = accountOf('old', { origins: HERE, ...changes });
    expect(commitAccount([active, connected], 'new', ALONE)).toEqual([active, { ...connected, state: 'active' }]);
  });

  test('a connected one is not renewed by what a page of the same names sets up', () => {
    const active = accountOf('old', { origins: HERE, pool });
    expect(commitAccount([active, staged], 'new', ALONE)).toEqual([active, { ...staged, state: 'active' }]);
  });

  test('the same user of the same realm is renewed, whatever the names and the client are by now', () => {
    const named = { issuer: 'Acme (old)', account: 'ada before she married', pool: { ...pool, clientId: 'codes' } };
    const active = accountOf('old', { origins: HERE, ...named });
    expect(commitAccount([active, { ...staged, pool }], 'new', ALONE)).toEqual([
      { ...staged, pool, state: 'active', formerKeys: [former(OLD, 5)] },
    ]);
  });
});

test('an active account stays in use until the site has accepted its successor, which keeps its key', () => {
  const active = accountOf('old', { origins: HERE });
  const during = stageAccount([active], staged, ALONE).accounts;
  expect(during).toEqual([active, staged]);
  expect(commitAccount(during, 'new', ALONE)).toEqual([{ ...staged, state: 'active', formerKeys: [former(OLD, 5)] }]);
});

test('attempts that were given up go when the site accepts one; what the user has allowed stays', () => {
  const active = accountOf('old', { origins: HERE, tags: ['work'], submitsAt: HERE });
  const givenUp = accountOf('tried', { origins: HERE, state: 'staged', secretBase32: 'GIVENUPGIVENUP234567' });
  expect(commitAccount([active, givenUp, staged], 'new', ALONE)).toEqual([
    {
      ...staged,
      state: 'active',
      tags: ['work'],
      submitsAt: HERE,
      formerKeys: [former(OLD, 5), former('GIVENUPGIVENUP234567', 5)],
    },
  ]);
});

test('what the user has allowed an account holds for its successor', () => {
  const allowed = {
    origins: [...HERE, 'https://app.example'],
    coveredDomains: ['app.example'],
    frames: [{ origin: HERE[0]!, within: 'https://shop.example' }],
    submitsAt: HERE,
    fields: [{ origin: HERE[0]!, selector: '#code' }],
  };
  const active = accountOf('old', { ...allowed, deviceName: 'Lifeguard 2025-01-01 10:00' });
  expect(commitAccount([active, staged], 'new', ALONE)).toMatchObject([
    { ...staged, ...allowed, state: 'active', formerKeys: [{}] },
  ]);
});

const recoveryCodes = [{ code: '3f9c1-a07be', isUsed: false }];

test('tags and recovery codes are kept when an enrolment is begun again, and when it renews an account', () => {
  const kept = { tags: ['work'], recoveryCodes };
  const waiting = accountOf('old', { origins: HERE, state: 'staged', ...kept });
  expect(stageAccount([waiting], staged, ALONE).accounts).toMatchObject([{ id: 'new', ...kept }]);
  const active = accountOf('old', { origins: HERE, ...kept });
  expect(commitAccount([active, staged], 'new', ALONE)).toMatchObject([{ id: 'new', state: 'active', ...kept }]);
});

test('new recovery codes are not mixed with those of the account that is renewed', () => {
  const active = accountOf('old', { origins: HERE, recoveryCodes });
  const fresh = { ...staged, recoveryCodes: [{ code: '81d2e-55c0f', isUsed: false }] };
  expect(commitAccount([active, fresh], 'new', ALONE)).toMatchObject([{ recoveryCodes: fresh.recoveryCodes }]);
});

test('committing twice, or what is gone, changes nothing', () => {
  const once = commitAccount([staged], 'new', ALONE);
  expect(commitAccount(once, 'new', ALONE)).toBe(once);
  expect(commitAccount([], 'new', ALONE)).toEqual([]);
});

test('an attempt that was refused for certain gives its place back to the one before it', () => {
  const moment = { nowInMillis: 9, newId: 'back' };
  expect(withdrawStaged([staged], NEW, moment)).toEqual([]);
  const waiting = accountOf('old', { origins: HERE, state: 'staged' });
  const { accounts } = stageAccount([waiting], staged, ALONE);
  expect(withdrawStaged(accounts, NEW, moment)).toMatchObject([{ id: 'back', secretBase32: OLD, formerKeys: [] }]);
  const active = accountOf('taken', { origins: HERE, secretBase32: NEW });
  expect(withdrawStaged([active, ...accounts], 'OTHER', moment)).toEqual([active, ...accounts]);
  expect(withdrawStaged([active], NEW, moment), 'what a site has accepted stays').toEqual([active]);
});

describe('a former key', () => {
  const renewed = commitAccount([accountOf('old', { origins: HERE }), staged], 'new', ALONE)[0]!;

  test('comes back into use under another id, and the one of now takes its place', () => {
    const back = withFormerKey(renewed, { replacedAtInMillis: 5, nowInMillis: 9, newId: 'back' });
    expect(back).toEqual({ ...renewed, id: 'back', secretBase32: OLD, formerKeys: [former(NEW, 9)] });
    const again = withFormerKey(back, { replacedAtInMillis: 9, nowInMillis: 12, newId: 'new' });
    expect(again).toEqual({ ...renewed, formerKeys: [former(OLD, 12)] });
  });

  test('that is not there changes nothing', () => {
    expect(withFormerKey(renewed, { replacedAtInMillis: 1, nowInMillis: 9, newId: 'back' })).toBe(renewed);
  });
});

test('whatever is begun, given up and accepted in two tabs, no key of the last five attempts is lost', () => {
  const act = fc.record({ tab: fc.constantFrom(0, 1), accepts: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 5 }), (acts) => {
      let accounts: readonly Account[] = [];
      const begun: Record<number, string> = {};
      const elsewhere = (tab: number) =>
        Object.entries(begun).flatMap(([one, id]) => (Number(one) === tab ? [] : [id]));
      for (const [at, { tab, accepts }] of acts.entries()) {
        const next = accountOf(`id-${at}`, {
          origins: HERE,
          state: 'staged',
          secretBase32: `SECRET${at}`,
          createdAtInMillis: at,
        });
        const result = stageAccount(accounts, next, { begunElsewhere: elsewhere(tab) });
        ({ accounts } = result);
        begun[tab] = result.id;
        if (!accepts) continue;
        accounts = commitAccount(accounts, result.id, { begunElsewhere: elsewhere(tab), nowInMillis: at });
        delete begun[tab];
        expect(accounts.find(({ id }) => id === result.id)).toMatchObject({
          state: 'active',
          secretBase32: `SECRET${at}`,
        });
      }
      const kept = accounts.flatMap(({ secretBase32, formerKeys }) => [
        secretBase32,
        ...formerKeys.map((key) => key.secretBase32),
      ]);
      expect([...kept].toSorted()).toEqual(acts.map((_, at) => `SECRET${at}`).toSorted());
      expect(accounts.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(1);
    }),
  );
});
