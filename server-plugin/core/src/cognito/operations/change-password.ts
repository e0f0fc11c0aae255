import { ChangePassword } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { notAuthorized } from '../protocol/cognito-error.ts';
import { setPassword, WRONG_PASSWORD } from '../user/passwords.ts';
import { QUOTAS, requireQuota } from '../user/quota.ts';

/**
 * A wrong previous password counts as one that was typed at a sign-in.
 * @see Amazon Cognito API Reference, ChangePassword
 */
export const changePassword = withAccessToken<{
  readonly PreviousPassword?: string;
  readonly ProposedPassword: string;
}>(ChangePassword, ({ PreviousPassword: previous, ProposedPassword: proposed }, { ports }) => {
  requireQuota(ports, QUOTAS.changePassword);
  if (ports.isLocked()) throw notAuthorized('Password attempts exceeded');
  // Also for users without any: a password that nobody has asked for is not to be set by whoever has got hold of a token.
  if (previous === undefined || !ports.checkPassword({ password: previous })) {
    if (previous !== undefined) {
      ports.countFailure({ factor: 'password' });
      ports.tellFailure({ error: 'invalid_user_credentials' });
    }
    throw notAuthorized(WRONG_PASSWORD);
  }
  setPassword(ports, proposed);
  return {};
});
