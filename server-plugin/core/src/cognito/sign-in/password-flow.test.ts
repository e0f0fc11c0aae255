import { describe, expect, test } from 'vitest';
import { attemptsExceeded, refused, tokens, wrongPassword } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

describe('the password', () => {
  test('is enough in a pool at OFF', () => {
    expect(new SigningIn({ mfa: 'OFF' }).initiate()).toMatchObject(tokens);
  });

  test('of an OPTIONAL pool is enough for a user who has enabled nothing', () => {
    expect(new SigningIn().initiate()).toMatchObject(tokens);
  });

  test('that is wrong gives no session and sends no text', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    expect(bed.initiate({ PASSWORD: 'wrong' })).toEqual(wrongPassword);
    expect(bed.keycloak.beside.texts).toEqual([]);
  });

  test('of an unknown user is answered as the client wants it', () => {
    const open = new SigningIn();
    expect(open.initiate({ USERNAME: 'nobody' })).toEqual(refused('UserNotFoundException', 'User does not exist.'));
    const hidden = new SigningIn({ client: { settings: { PreventUserExistenceErrors: 'ENABLED' } } });
    expect(hidden.initiate({ USERNAME: 'nobody' })).toEqual(wrongPassword);
  });

  test('is not looked at while the user is locked, and the lock does not grow by that', () => {
    const bed = new SigningIn({ realm: { bruteForce: { failures: 5, waitIncrement: 1, maxWait: 900 } } });
    for (let guess = 0; guess < 5; guess += 1) bed.initiate({ PASSWORD: 'wrong' });
    expect(bed.initiate()).toEqual(attemptsExceeded);
  });

  test('of a disabled user is not looked at', () => {
    const bed = new SigningIn();
    bed.keycloak.user(bed.made.poolId, bed.made.username).enabled = false;
    expect(bed.initiate()).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
  });

  test('is asked for by name: a missing parameter says which', () => {
    const bed = new SigningIn();
    expect(bed.initiate({ USERNAME: '' })).toEqual(
      refused('InvalidParameterException', 'Missing required parameter USERNAME'),
    );
    expect(bed.initiate({ PASSWORD: '' })).toEqual(
      refused('InvalidParameterException', 'Missing required parameter PASSWORD'),
    );
  });
});
