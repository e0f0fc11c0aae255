import { AdminSetUserMFAPreference } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { requireUser } from '../user/find-user.ts';
import { type PreferenceBlocks, setPreference } from '../user/mfa-preference.ts';

/** @see Amazon Cognito API Reference, AdminSetUserMFAPreference */
export const adminSetUserMfaPreference = onPool<PreferenceBlocks & { readonly Username: string }>(
  AdminSetUserMFAPreference,
  'manage-users',
  ({ Username, ...blocks }, { ports, pool }) => {
    const { id } = requireUser(ports, pool, Username);
    const settings = setPreference(ports, blocks);
    ports.tellChange({ operation: 'UPDATE', resource: 'USER', details: { id, settings } });
  },
);
