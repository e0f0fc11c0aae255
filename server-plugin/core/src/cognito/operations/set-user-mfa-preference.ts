import { SetUserMFAPreference } from '../model/inputs.ts';
import { requireFactorProven } from '../access/proven-factor.ts';
import { withAccessToken } from '../operation.ts';
import { type PreferenceBlocks, setPreference } from '../user/mfa-preference.ts';

/** @see Amazon Cognito API Reference, SetUserMFAPreference */
export const setUserMfaPreference = withAccessToken<PreferenceBlocks>(SetUserMFAPreference, (blocks, context) => {
  requireFactorProven(context);
  setPreference(context.ports, blocks);
});
