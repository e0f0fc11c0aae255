import { describe, expect, test } from 'vitest';
import { namesToKnowBy, offerNames } from './enrolment-names.ts';
import { commitAccount, stageAccount } from './stage-account.ts';
import { accountOf } from './vault.fixture.ts';

const origin = 'https://www.id.example';
const at = { origins: [origin] };
const FOUND = { issuer: 'Demo', account: 'alice' };
const NAMELESS = { issuer: 'id.example', account: '' };

describe('the names to begin with', () => {
  test.each([
    ['those of the page', FOUND, FOUND],
    ['the host for a missing issuer', { issuer: '', account: 'alice' }, { issuer: 'id.example', account: 'alice' }],
    ['none for a user whom the page does not name', NAMELESS, NAMELESS],
  ])('are %s', (_name, found, expected) => {
    expect(offerNames({ found, origin, accounts: [] })).toEqual({ ...expected, renews: undefined });
  });

  test('are those that the user has given to the account that is renewed', () => {
    const renamed = accountOf('a', { ...at, issuer: 'Work', account: 'me', foundAs: FOUND });
    const expected = { issuer: 'Work', account: 'me', renews: 'a' };
    expect(offerNames({ found: FOUND, origin, accounts: [renamed] })).toEqual(expected);
  });

  test('are those of the attempt before this one', () => {
    const active = accountOf('a', at);
    const waiting = accountOf('w', { ...at, state: 'staged', issuer: 'Work', foundAs: FOUND });
    expect(offerNames({ found: FOUND, origin, accounts: [active, waiting] })).toMatchObject({ renews: 'w' });
    const nameless = { ...waiting, issuer: 'id.example', account: 'bob', foundAs: { ...NAMELESS, account: 'bob' } };
    expect(offerNames({ found: NAMELESS, origin, accounts: [nameless] })).toMatchObject({ account: 'bob' });
  });

  test.each([
    ['another site', { origins: ['https://other.example'] }],
    ['another user', { ...at, foundAs: { ...FOUND, account: 'bob' } }],
    ['a pool', { ...at, foundAs: FOUND, pool: { issuer: `${origin}/realms/demo`, clientId: 'c', subject: 's' } }],
  ])('are not those of an account of %s', (_name, changes) => {
    const other = accountOf('o', { ...changes, account: 'other' });
    expect(offerNames({ found: FOUND, origin, accounts: [other] })).toMatchObject({ renews: undefined });
  });
});

describe('where the page does not say whose account it is', () => {
  const alice = accountOf('a', { ...at, issuer: 'Shop', foundAs: { issuer: 'id.example', account: 'alice' } });

  test('the name that the user gives tells one account from another', () => {
    const names = { issuer: 'id.example', account: 'bob' };
    expect(namesToKnowBy({ found: NAMELESS, origin, accounts: [alice] }, names)).toEqual(names);
  });

  test('the name of one that is there means that one, whatever it was called before', () => {
    const renamed = { ...alice, account: 'alice at work' };
    const names = { issuer: 'Any', account: 'alice at work' };
    expect(namesToKnowBy({ found: NAMELESS, origin, accounts: [renamed] }, names)).toEqual(alice.foundAs);
  });

  test('an active account is never offered for renewal', () => {
    expect(offerNames({ found: NAMELESS, origin, accounts: [alice] })).toEqual({ ...NAMELESS, renews: undefined });
  });
});

describe('where the page calls everybody the same', () => {
  const found = { issuer: 'Shop', account: 'Shop' };
  const alice = accountOf('a', { ...at, issuer: 'Shop', account: 'alice', foundAs: found });

  test('another name than that of the account which is there means another account', () => {
    const place = { found, origin, accounts: [alice] };
    expect(offerNames(place)).toEqual({ issuer: 'Shop', account: 'alice', renews: 'a' });
    const bob = { issuer: 'Shop', account: 'bob' };
    expect(namesToKnowBy(place, bob)).toEqual(bob);
    expect(namesToKnowBy(place, { issuer: 'Any', account: 'alice' })).toEqual(found);
    const both = [alice, accountOf('b', { ...at, ...bob, foundAs: bob })];
    expect(namesToKnowBy({ ...place, accounts: both }, bob), 'his own comes again').toEqual(bob);
  });

  test('the first account there is known by the name of the page, whatever the user calls it', () => {
    expect(namesToKnowBy({ found, origin, accounts: [] }, { issuer: 'Shop', account: 'alice' })).toEqual(found);
  });
});

test('a renamed account that is enrolled anew stays one account, with the name and the tags that the user has given', () => {
  const renamed = accountOf('old', { ...at, issuer: 'Work', account: 'me', foundAs: FOUND, tags: ['daily'] });
  const { renews: _, ...names } = offerNames({ found: FOUND, origin, accounts: [renamed] });
  const place = { found: FOUND, origin, accounts: [renamed] };
  const foundAs = namesToKnowBy(place, names);
  const staged = accountOf('new', {
    ...at,
    ...names,
    foundAs,
    state: 'staged',
    secretBase32: 'NEWSECRETNEWSECRET234567',
  });
  const { accounts, id } = stageAccount([renamed], staged, { begunElsewhere: [] });
  expect(commitAccount(accounts, id, { begunElsewhere: [], nowInMillis: 5 })).toMatchObject([
    { ...staged, state: 'active', tags: ['daily'], formerKeys: [{ secretBase32: renamed.secretBase32 }] },
  ]);
});
