import { expect, test } from 'vitest';
import { accountOf } from './vault.fixture.ts';
import { commitAccount, stageAccount } from './stage-account.ts';

const HERE = ['https://id.example'];
const staged = accountOf('new', { origins: HERE, state: 'staged', secretBase32: 'NEWSECRETNEWSECRET234567' });

test('an enrolment that is begun again replaces the one that waits and keeps its id', () => {
  const waiting = accountOf('old', { origins: HERE, state: 'staged' });
  expect(stageAccount([waiting], staged)).toEqual({ accounts: [{ ...staged, id: 'old' }], id: 'old' });
});

test.each([
  ['another site', { origins: ['https://other.example'] }],
  ['another port', { origins: ['https://id.example:8443'] }],
  ['another issuer', { issuer: 'Other' }],
  ['another name', { account: 'bob' }],
] as const)('one for %s is not replaced', (_name, changes) => {
  const waiting = accountOf('old', { origins: HERE, state: 'staged', ...changes });
  expect(stageAccount([waiting], staged)).toEqual({ accounts: [waiting, staged], id: 'new' });
});

test('an active account stays in use until the site has accepted its successor', () => {
  const active = accountOf('old', { origins: HERE });
  const during = stageAccount([active], staged).accounts;
  expect(during).toEqual([active, staged]);
  expect(commitAccount(during, 'new')).toEqual([{ ...staged, state: 'active' }]);
});

test('what the user has allowed an account holds for its successor', () => {
  const allowed = {
    origins: [...HERE, 'https://app.example'],
    coversDomains: true,
    frames: [{ origin: HERE[0]!, within: 'https://shop.example' }],
    submitsAt: HERE,
    fields: [{ origin: HERE[0]!, selector: '#code' }],
  };
  const active = accountOf('old', { ...allowed, deviceName: 'Lifeguard 2025-01-01 10:00' });
  expect(commitAccount([active, staged], 'new')).toEqual([{ ...staged, ...allowed, state: 'active' }]);
});

const recoveryCodes = [{ code: '3f9c1-a07be', isUsed: false }];

test('tags and recovery codes are kept when an enrolment is begun again, and when it renews an account', () => {
  const kept = { tags: ['work'], recoveryCodes };
  const waiting = accountOf('old', { origins: HERE, state: 'staged', ...kept });
  expect(stageAccount([waiting], staged).accounts).toEqual([{ ...staged, id: 'old', ...kept }]);
  const active = accountOf('old', { origins: HERE, ...kept });
  expect(commitAccount([active, staged], 'new')).toEqual([{ ...staged, state: 'active', ...kept }]);
});

test('new recovery codes are not mixed with those of the account that is renewed', () => {
  const active = accountOf('old', { origins: HERE, recoveryCodes });
  const fresh = { ...staged, recoveryCodes: [{ code: '81d2e-55c0f', isUsed: false }] };
  expect(commitAccount([active, fresh], 'new')).toEqual([{ ...fresh, state: 'active' }]);
});

test('committing twice, or what is gone, changes nothing', () => {
  const once = commitAccount([staged], 'new');
  expect(commitAccount(once, 'new')).toBe(once);
  expect(commitAccount([], 'new')).toEqual([]);
});
