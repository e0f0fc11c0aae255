import { describe, expect, test } from 'vitest';
import { wrongPassword } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

// A whole exchange is done by the clients themselves, in the tests of the API.
const A = 'ab'.repeat(384);
const HIDDEN = { client: { settings: { PreventUserExistenceErrors: 'ENABLED' } } } as const;

function start(bed: SigningIn, parameters: Readonly<Record<string, string>> = {}) {
  const { clientId: ClientId, username: USERNAME } = bed.made;
  return bed.call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME, SRP_A: A, ...parameters },
  });
}

function prove(bed: SigningIn, challenge: ReturnType<typeof start>, responses: Readonly<Record<string, string>> = {}) {
  return bed.respond(challenge, {
    PASSWORD_CLAIM_SECRET_BLOCK: challenge.ChallengeParameters?.['SECRET_BLOCK'] ?? '',
    PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64'),
    TIMESTAMP: 'Tue Nov 14 22:13:20 UTC 2023',
    ...responses,
  });
}

const called = (bed: SigningIn, USERNAME: string) => {
  const { SALT, USERNAME: name, USER_ID_FOR_SRP: id } = start(bed, { USERNAME }).ChallengeParameters ?? {};
  expect(name).toBe(id);
  return { SALT, name: name ?? '' };
};

describe('USER_SRP_AUTH', () => {
  test('gives all that a client computes with', () => {
    const bed = new SigningIn();
    expect(start(bed)).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: expect.stringMatching(/^[0-9a-f]+$/) as string,
        SRP_B: expect.stringMatching(/^[0-9a-f]{700,768}$/) as string,
        SECRET_BLOCK: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) as string,
        USERNAME: bed.made.username,
        USER_ID_FOR_SRP: bed.made.username,
      },
    });
  });

  test('says how to go on where the pool keeps no verifiers', () => {
    const bed = new SigningIn({ attributes: { 'lifeguard.cognito.srp': 'false' } });
    expect(start(bed)).toMatchObject({
      __type: 'InvalidParameterException',
      message: expect.stringContaining('Use USER_PASSWORD_AUTH') as string,
    });
  });

  test('says how to get a verifier to a user who has none, unless existence is hidden', () => {
    const bed = new SigningIn();
    bed.keycloak.user(bed.made.poolId, bed.made.username).verifier = null;
    expect(start(bed)).toMatchObject({
      __type: 'NotAuthorizedException',
      message: expect.stringContaining('signs in once by USER_PASSWORD_AUTH') as string,
    });
    bed.initiate();
    expect(start(bed)).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER' });

    const hidden = new SigningIn(HIDDEN);
    hidden.keycloak.user(hidden.made.poolId, hidden.made.username).verifier = null;
    expect(prove(hidden, start(hidden))).toEqual(wrongPassword);
  });

  test('names unknown users, or leads them through an exchange with one salt that nobody can finish', () => {
    expect(start(new SigningIn(), { USERNAME: 'nobody' })).toMatchObject({ __type: 'UserNotFoundException' });
    const hidden = new SigningIn(HIDDEN);
    const one = start(hidden, { USERNAME: 'nobody' });
    const other = start(hidden, { USERNAME: 'nobody' });
    expect(one.ChallengeParameters?.['SALT']).toBe(other.ChallengeParameters?.['SALT']);
    expect(one.ChallengeParameters?.['SRP_B']).not.toBe(other.ChallengeParameters?.['SRP_B']);
    expect(prove(hidden, one, { USERNAME: 'nobody' })).toEqual(wrongPassword);
  });

  describe('where existence is hidden, calls unknown users what it would call known ones:', () => {
    const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    test('a name in lower case', () => {
      const bed = new SigningIn({ ...HIDDEN, user: { username: 'ann' } });
      expect(called(bed, 'ANN')).toEqual(called(bed, 'ann'));
      expect(called(bed, 'NOBODY')).toEqual(called(bed, 'nobody'));
      expect(called(bed, 'NOBODY').name).toBe('nobody');
    });

    test('an id where addresses are the names, and the same user under that id', () => {
      const bed = new SigningIn({ ...HIDDEN, settings: { UsernameAttributes: ['email'] } });
      const unknown = called(bed, 'Nobody@Example.org');
      expect(unknown.name).toMatch(UUID);
      expect(called(bed, 'nobody@example.org')).toEqual(unknown);
      expect(called(bed, unknown.name.toUpperCase())).toEqual(unknown);
      expect(called(bed, 'another@example.org').name).not.toBe(unknown.name);
    });

    test('an id where an address or a number is an alias, and a name that is none of these as it is', () => {
      const bed = new SigningIn({ ...HIDDEN, settings: { AliasAttributes: ['email', 'phone_number'] } });
      for (const alias of ['nobody@example.org', '+14155550100']) expect(called(bed, alias).name).toMatch(UUID);
      expect(called(bed, 'Nobody').name).toBe('nobody');
    });

    test('a user without a verifier has one salt under all names', () => {
      const bed = new SigningIn({ ...HIDDEN, settings: { AliasAttributes: ['email'] }, user: { username: 'ann' } });
      bed.keycloak.user(bed.made.poolId, 'ann').verifier = null;
      expect(called(bed, 'Ann@example.org')).toEqual(called(bed, bed.made.userId));
    });
  });

  test('counts a wrong proof for the lock', () => {
    const bed = new SigningIn({ realm: { bruteForce: { failures: 5, waitIncrement: 1, maxWait: 900 } } });
    for (let guess = 0; guess < 5; guess += 1) expect(prove(bed, start(bed))).toEqual(wrongPassword);
    expect(start(bed)).toMatchObject({ message: 'Password attempts exceeded' });
  });

  test('refuses what is no public value', () => {
    const bed = new SigningIn();
    for (const SRP_A of ['xyz', 'ab'.repeat(600)]) {
      expect(start(bed, { SRP_A })).toMatchObject({ __type: 'InvalidParameterException' });
    }
  });

  test('takes a proof without a Session, and refuses the Session of another challenge', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = start(bed);
    const { Session: _left, ...withoutSession } = challenge;
    expect(prove(bed, withoutSession)).toEqual(wrongPassword);
    const { Session = '' } = bed.initiate();
    expect(prove(bed, { ...challenge, Session })).toMatchObject({ message: 'Invalid session for the user.' });
  });
});
