import { AdminConfirmSignUp } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { confirmation, requireUnconfirmed } from '../user/confirm-user.ts';
import { discardContactCode } from '../user/contact-code.ts';
import { requireUser } from '../user/find-user.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import { writeUser } from '../user/write-user.ts';

/** @see Amazon Cognito API Reference, AdminConfirmSignUp */
export const adminConfirmSignUp = onPool<{ readonly Username: string }>(
  AdminConfirmSignUp,
  'manage-users',
  ({ Username }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    requireUnconfirmed(ports, user);
    writeUser(ports, confirmation(user));
    discardContactCode(ports, 'sign-up');
    tellUserChange(ports, 'UPDATE', user, { confirmed: true });
    return {};
  },
);
