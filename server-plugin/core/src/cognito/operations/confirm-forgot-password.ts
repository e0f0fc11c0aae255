import { requireSecretHash } from '../access/secret-hash.ts';
import { openClientFor } from '../client/open-client.ts';
import { ConfirmForgotPassword } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool } from '../records.ts';
import { useContactCode } from '../user/contact-code.ts';
import { findUser, userNotFound } from '../user/find-user.ts';
import { hidesExistence, hidingRefusals, UNKNOWN_NAME } from '../user/hidden-existence.ts';
import { requireValidPassword, setPassword } from '../user/passwords.ts';
import { limitExceeded, QUOTAS, requireQuota } from '../user/quota.ts';
import { recoveryContacts } from '../user/recovery.ts';
import { requireResettable } from '../user/require-resettable.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { writeUser } from '../user/write-user.ts';

interface ConfirmForgotPasswordRequest {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly Username: string;
  readonly ConfirmationCode: string;
  readonly Password: string;
}

/** @see Amazon Cognito API Reference, ConfirmForgotPassword */
export const confirmForgotPassword = anonymous<ConfirmForgotPasswordRequest>(
  ConfirmForgotPassword,
  ({ ClientId, SecretHash, Username, ConfirmationCode: code, Password: password }, { ports }) => {
    const { client, pool, settings } = openClientFor(ports, ClientId);
    requireSecretHash(ports, client, SecretHash, [Username]);
    // First, and for every name: a password that the pool does not take is to cost no code, and to say nothing of who there is.
    requireValidPassword(ports, password);
    if (hidesExistence(settings)) hidingRefusals(() => proveCode(ports, pool, { username: Username, code }));
    else proveCode(ports, pool, { username: Username, code });
    setPassword(ports, password);
    writeUser(ports, { attributes: { [USER_MARKS.passwordReset]: null } });
    return {};
  },
);

/** A wrong code counts as one that was typed at a sign-in, and nobody guesses while that is locked. */
function proveCode(
  ports: CognitoPorts,
  pool: PortPool,
  { username, code }: { readonly username: string; readonly code: string },
): void {
  const user = findUser(ports, pool, username);
  if (user === undefined) throw userNotFound(UNKNOWN_NAME);
  requireResettable(ports, user);
  if (ports.isLocked()) throw limitExceeded();
  requireQuota(ports, QUOTAS.confirmReset);
  useContactCode(ports, 'password-reset', {
    code,
    // As they are now: what has become a second factor since, or is not verified any more, leads to no password.
    destinations: recoveryContacts(ports, pool, user).map(({ destination }) => destination),
    whenWrong: () => {
      ports.countFailure({ factor: 'otp' });
      ports.tellFailure({ error: 'invalid_user_credentials' });
    },
  });
}
