import { describe, expect, test } from 'vitest';
import { invalidSession, refused, tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

/** A user with an authenticator, and with a number or none, at the challenge for its code. */
function atTheCode(phoneNumber: string | null) {
  const bed = new SigningIn({ mfa: 'ON', smsMfa: phoneNumber !== null, user: { phoneNumber: null } });
  const seed = bed.enrol();
  bed.wait(30);
  const challenge = bed.initiate();
  expect(challenge).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
  if (phoneNumber !== null) {
    bed.keycloak.user(bed.made.poolId, bed.made.username).attributes['phoneNumber'] = [phoneNumber];
  }
  const answer = () => bed.respond(challenge, { SOFTWARE_TOKEN_MFA_CODE: bed.code(seed) });
  const turnTokensOff = () => {
    const { attributes } = bed.keycloak.realm(bed.made.poolId);
    Object.assign(attributes, { 'lifeguard.softwareTokenMfa': 'false', 'lifeguard.smsMfa': 'true' });
  };
  return { bed, answer, turnTokensOff };
}

describe('an authenticator that the pool has turned off since it was asked for', () => {
  test('is no answer for a user who has a number', () => {
    const { answer, turnTokensOff } = atTheCode('+14155550111');
    turnTokensOff();
    expect(answer()).toEqual(invalidSession);
  });

  test('is one for a user who has nothing else', () => {
    const { answer, turnTokensOff } = atTheCode(null);
    turnTokensOff();
    expect(answer()).toMatchObject(tokens);
  });
});

test('an administrator deletes an authenticator as often as asked, and what was set for it', () => {
  const { bed } = atTheCode(null);
  const { username: Username } = bed.made;
  bed.admin('AdminSetUserMFAPreference', {
    Username,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  });
  const user = bed.keycloak.user(bed.made.poolId, bed.made.userId);
  const { attributes } = user;
  for (let time = 0; time < 2; time += 1) {
    expect(bed.admin('AdminDeleteSoftwareToken', { Username })).toEqual({});
    const { UserMFASettingList, PreferredMfaSetting } = bed.admin('AdminGetUser', { Username });
    expect([UserMFASettingList, PreferredMfaSetting]).toEqual([undefined, undefined]);
    // As if the token had gone in another way.
    user.attributes = attributes;
  }
});

test('an authenticator that an administrator has deleted since is told of', () => {
  const { bed, answer } = atTheCode(null);
  bed.admin('AdminDeleteSoftwareToken', { Username: bed.made.username });
  expect(answer()).toEqual(
    refused('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.'),
  );
});
