export { allowClient, type ClientResult } from './cognito/allow-client.ts';
export { allowExtension } from './cognito/extension-client.ts';
export { describeCognito } from './cognito/describe-cognito.ts';
export { createKey, grantKey, type SigningKey } from './cognito/signing-key.ts';
export { type AdminCredentials, connect, type ConnectOptions, type PluginChange, type Pool } from './connect.ts';
export { doctor, type DoctorReport } from './doctor/doctor.ts';
export {
  type FactorPreferenceOptions,
  getFactors,
  setFactorPreference,
  type UserFactorsDescription,
  type UserFactorsResult,
} from './factor/factors.ts';
export { resetFactors, type ResetFactorsOptions, type ResetFactorsResult } from './factor/reset-factors.ts';
export { installLifeguard, type InstallOptions, type InstallResult } from './install/install-lifeguard.ts';
export { OperatorError, type OperatorErrorCode } from './operator-error.ts';
export { type PhoneNumberOptions, setPhoneNumber, type SetPhoneNumberResult } from './phone/set-phone-number.ts';
export { getPoolPolicy, type PoolPolicyChanges, setPoolPolicy } from './policy/pool-policy.ts';
export { decideLimitRequest, getLimitRequests, getSpend, requestLimit, setLimit } from './spend/spend.ts';
export { getSpendSettings, setSpendSettings, type SpendSettingsChanges } from './spend/spend-settings.ts';
export { uninstallLifeguard, type UninstallResult } from './uninstall/uninstall-lifeguard.ts';
