import { SetUserMFAPreference } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { type PreferenceBlocks, setPreference } from '../user/mfa-preference.ts';

/** @see Amazon Cognito API Reference, SetUserMFAPreference */
export const setUserMfaPreference = withAccessToken<PreferenceBlocks>(SetUserMFAPreference, (blocks, { ports }) => {
  setPreference(ports, blocks);
});
