import type { MadePool } from '../memory-keycloak/make-pool.ts';
import type { RealValues } from './model-inputs.ts';

/** What an attacker knows who has an account: everything but another one's password, codes and sessions. */
export interface KnownToAttacker extends Pick<MadePool, 'poolId' | 'clientId' | 'username' | 'phoneNumber'> {
  /** Of the attacker's own account. */
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of a challenge that the attacker can't answer. */
  readonly session: string;
}

/** Values that lead into the operations, none of which signs in. */
export function realValues(known: KnownToAttacker): RealValues {
  const { poolId, clientId, username, phoneNumber, accessToken, session } = known;
  const wrongCodes = ['000000', '12345678'];
  // The model takes it, and not every column of a database does.
  const long = 'x'.repeat(300);
  return {
    UserPoolId: [poolId],
    PoolName: ['pool'],
    ClientId: [clientId],
    ClientName: ['client'],
    Username: [username],
    USERNAME: [username, '\u0001'.repeat(300)],
    Password: ['Wrong-password-1'],
    PASSWORD: ['Wrong-password-1'],
    PreviousPassword: ['Wrong-password-1'],
    ProposedPassword: ['Wrong-password-2'],
    NEW_PASSWORD: ['Wrong-password-2'],
    TemporaryPassword: ['Wrong-password-3'],
    AccessToken: [accessToken],
    RefreshToken: ['no-token', accessToken],
    REFRESH_TOKEN: ['no-token', accessToken],
    Token: ['no-token', accessToken],
    Session: [session, 'x'.repeat(60)],
    UserCode: wrongCodes,
    ConfirmationCode: wrongCodes,
    Code: wrongCodes,
    SMS_MFA_CODE: wrongCodes,
    SOFTWARE_TOKEN_MFA_CODE: wrongCodes,
    ANSWER: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
    SRP_A: ['abcdef0123456789', '0'],
    PASSWORD_CLAIM_SECRET_BLOCK: ['AAAA', session],
    PASSWORD_CLAIM_SIGNATURE: ['AAAA'],
    TIMESTAMP: ['Mon Nov 9 07:05:03 UTC 2026'],
    AttributeName: ['email', 'phone_number', 'name'],
    Name: ['email', 'phone_number', 'given_name', 'custom:x', 'sub', 'lifeguard.enabledMfa'],
    Value: ['a@example.org', phoneNumber, '', long],
    GroupName: ['group'],
    Description: [long],
    CallbackURLs: ['https://app.example', `https://app.example/${long}`],
    ResourceArn: [`arn:aws:cognito-idp:us-east-1:000000000000:userpool/${poolId}`],
    SnsCallerArn: ['arn:aws:iam::123456789012:role/sms'],
    Filter: [`username = "${username}"`, 'email ^= "a"', 'sub = "x'],
  };
}

/** What an answer gives away that no request of the attacker has earned; undefined for none. */
export function unearned(body: Readonly<Record<string, unknown>>): string | undefined {
  if (body['AuthenticationResult'] !== undefined) return 'tokens';
  // Everybody may begin an exchange by SRP.
  if (body['Session'] !== undefined && body['ChallengeName'] !== 'PASSWORD_VERIFIER') return 'a session';
  return undefined;
}
