import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnswerBody, SigningIn } from '../../testing/signing-in.ts';

/** What somebody who knows the password, and holds no device, can send. */
const moves = fc.array(
  fc.record({
    move: fc.constantFrom('begin', 'answer', 'associate', 'verify', 'token', 'wait'),
    session: fc.nat(7),
    challenge: fc.constantFrom(
      'SMS_MFA',
      'SOFTWARE_TOKEN_MFA',
      'SELECT_MFA_TYPE',
      'MFA_SETUP',
      'NEW_PASSWORD_REQUIRED',
      'PASSWORD_VERIFIER',
      'EMAIL_OTP',
    ),
    answer: fc.constantFrom('SMS_MFA', 'SOFTWARE_TOKEN_MFA', '000000', '123456', ''),
  }),
  { maxLength: 25 },
);

test('whoever knows the password of a user with a second factor gets no token without it, by no sequence of requests', () => {
  fc.assert(
    fc.property(moves, fc.constantFrom('ON', 'OPTIONAL'), (sequence, mfa) => {
      const bed = new SigningIn({ mfa: 'ON', user: { phoneNumber: null } });
      bed.enrol();
      bed.wait(120);
      bed.keycloak.realm(bed.made.poolId).attributes['lifeguard.mfaConfiguration'] = mfa;
      bed.admin('AdminSetUserMFAPreference', {
        Username: bed.made.username,
        SoftwareTokenMfaSettings: { Enabled: true },
      });
      const sessions: string[] = [];
      const seeds: string[] = [];
      for (const { move, session, challenge, answer } of sequence) {
        const Session = sessions[session % Math.max(sessions.length, 1)];
        const reply = ((): AnswerBody => {
          switch (move) {
            case 'begin':
              return bed.initiate();
            case 'answer':
              return bed.respond(
                { ChallengeName: challenge, Session },
                {
                  ANSWER: answer,
                  SMS_MFA_CODE: answer,
                  SOFTWARE_TOKEN_MFA_CODE: answer,
                  EMAIL_OTP_CODE: answer,
                  NEW_PASSWORD: 'Another-1-Password',
                },
              );
            case 'associate':
              return bed.call('AssociateSoftwareToken', { Session });
            case 'verify':
              return bed.call('VerifySoftwareToken', {
                Session,
                UserCode: seeds.length > 0 ? bed.code(seeds.at(-1)) : '123456',
              });
            case 'token':
              return bed.call('VerifySoftwareToken', { AccessToken: Session, UserCode: '123456' });
            case 'wait':
              bed.wait(20);
              return {};
          }
        })();
        if (reply.Session !== undefined) sessions.push(reply.Session);
        if (reply.SecretCode !== undefined) seeds.push(reply.SecretCode);
        // 123456 is the right code once in a million times; the seed is made anew for each run.
        expect(reply.AuthenticationResult).toBeUndefined();
        expect(reply.SecretCode).toBeUndefined();
      }
    }),
    { numRuns: 60 },
  );
});
