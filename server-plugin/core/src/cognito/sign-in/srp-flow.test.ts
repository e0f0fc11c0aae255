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
