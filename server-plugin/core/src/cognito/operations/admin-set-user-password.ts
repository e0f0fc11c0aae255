import { AdminSetUserPassword } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { discardContactCode } from '../user/contact-code.ts';
import { confirmation } from '../user/confirm-user.ts';
import { requireUser } from '../user/find-user.ts';
import { setPassword } from '../user/passwords.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { UPDATE_PASSWORD } from '../user/user-marks.ts';
import { writeUser } from '../user/write-user.ts';

interface AdminSetUserPasswordRequest {
  readonly Username: string;
  readonly Password: string;
  readonly Permanent?: boolean;
}

/**
 * A temporary password is one that its user replaces at the next sign-in. Either ends what waited for a password, a sign-up too.
 * @see Amazon Cognito API Reference, AdminSetUserPassword
 */
export const adminSetUserPassword = onPool<AdminSetUserPasswordRequest>(
  AdminSetUserPassword,
  'manage-users',
  ({ Username, Password, Permanent: isPermanent = false }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    setPassword(ports, Password);
    const { attributes, ...enabled } = confirmation(user);
    writeUser(ports, {
      attributes: {
        [USER_MARKS.passwordReset]: null,
        [USER_MARKS.temporaryPasswordSince]: isPermanent ? null : String(ports.now()),
        ...attributes,
      },
      [isPermanent ? 'removeRequiredActions' : 'addRequiredActions']: [UPDATE_PASSWORD],
      ...enabled,
    });
    discardContactCode(ports, 'password-reset');
    tellUserChange(ports, 'UPDATE', user, { password: isPermanent ? 'permanent' : 'temporary' });
    return {};
  },
);
