import { AdminSetUserSettings } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { requireUser } from '../user/find-user.ts';
import { type MfaOption, setMfaOptions } from '../user/set-mfa-options.ts';

interface AdminSetUserSettingsRequest {
  readonly Username: string;
  readonly MFAOptions: readonly MfaOption[];
}

/** @see Amazon Cognito API Reference, AdminSetUserSettings */
export const adminSetUserSettings = onPool<AdminSetUserSettingsRequest>(
  AdminSetUserSettings,
  'manage-users',
  ({ Username, MFAOptions }, { ports, pool }) => {
    const { id } = requireUser(ports, pool, Username);
    setMfaOptions(ports, MFAOptions);
    ports.tellChange({ operation: 'UPDATE', resource: 'USER', details: { id, smsMfa: MFAOptions.length > 0 } });
  },
);
