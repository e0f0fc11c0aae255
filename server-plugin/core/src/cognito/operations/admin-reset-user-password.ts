import { AdminResetUserPassword } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { sendContactCode } from '../user/contact-code.ts';
import { deliveryDetails } from '../user/delivery.ts';
import { requireUser } from '../user/find-user.ts';
import { requireRecoveryContact } from '../user/recovery.ts';
import { requireResettable } from '../user/require-resettable.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { readOnly, writeUser } from '../user/write-user.ts';

/**
 * Takes the password away: signing in fails before any factor is asked for, until the code has made way for a new one. The
 * password goes also when the code can't be sent: the user asks for another one by ForgotPassword.
 * @see Amazon Cognito API Reference, AdminResetUserPassword
 */
export const adminResetUserPassword = onPool<{ readonly Username: string }>(
  AdminResetUserPassword,
  'manage-users',
  ({ Username }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    requireResettable(ports, user);
    const contact = requireRecoveryContact(ports, pool, user);
    writeUser(ports, { attributes: { [USER_MARKS.passwordReset]: 'required' } });
    ports.removePassword();
    // The user would go on signing in with it.
    if (ports.hasPassword()) throw readOnly();
    const isSent = sendContactCode(ports, pool, { purpose: 'password-reset', contact });
    tellUserChange(ports, 'ACTION', user, { passwordReset: deliveryDetails(contact).DeliveryMedium, codeSent: isSent });
    return {};
  },
);
