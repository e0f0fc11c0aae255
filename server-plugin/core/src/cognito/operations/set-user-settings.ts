import { SetUserSettings } from '../model/inputs.ts';
import { requireFactorProven } from '../access/proven-factor.ts';
import { withAccessToken } from '../operation.ts';
import { type MfaOption, setMfaOptions } from '../user/set-mfa-options.ts';

/** @see Amazon Cognito API Reference, SetUserSettings */
export const setUserSettings = withAccessToken<{ readonly MFAOptions: readonly MfaOption[] }>(
  SetUserSettings,
  ({ MFAOptions }, context) => {
    requireFactorProven(context);
    setMfaOptions(context.ports, MFAOptions);
  },
);
