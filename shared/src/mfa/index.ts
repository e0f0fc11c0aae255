export { addressGroup } from './address-group.ts';
export { authenticationMethods } from './authentication-methods.ts';
export { dayOf } from './calendar-date.ts';
export { changePoolPolicy, requiredAfterCreationProblem } from './change-pool-policy.ts';
export { isMfaFactor, MFA_FACTORS, type MfaFactor } from './factor.ts';
export {
  type FactorPreference,
  type MfaPreferenceRequest,
  type MfaPreferenceResult,
  setMfaPreference,
} from './mfa-preference.ts';
export {
  acceptedFactors,
  enabledFactors,
  nextChallenge,
  type NextChallenge,
  type PoolChallengeRules,
} from './next-challenge.ts';
export { E164_PATTERN, maskPhoneNumber, parsePhoneNumber, type PhoneNumberResult } from './phone-number.ts';
export {
  changedPolicyAttributes,
  POLICY_FIELDS,
  type PolicyField,
  type PolicyFieldName,
  policyFieldNames,
  type PolicyFormValues,
  policyFormValues,
} from './policy-form.ts';
export {
  DEFAULT_POOL_POLICY,
  formatPoolPolicy,
  isSetUpPostponable,
  type MfaConfiguration,
  parsePoolPolicy,
  type PolicyProblem,
  POOL_ATTRIBUTES,
  poolFactors,
  type PoolPolicy,
  type PoolPolicyResult,
  type RequiredAfterCreation,
} from './pool-policy.ts';
export { quoteSms, type QuoteRefusal } from './quote-sms.ts';
export { rules } from './rules.ts';
export { isLive, parseCode, resendWaitInSeconds, type SentCode, SMS_CODE } from './sms-code.ts';
export { CODE_PLACEHOLDER, originBoundMessage, smsMessageProblem } from './sms-message.ts';
export {
  formatSpendPolicy,
  parseSpendPolicy,
  SPEND_ATTRIBUTES,
  type SpendPolicy,
  type SpendPolicyResult,
} from './spend-policy.ts';
export type { LimitRequest, SpendReport, SpendSum } from './spend-report.ts';
export { reachedThresholds } from './spend-thresholds.ts';
export { formatUsd, parseUsd } from './usd.ts';
export {
  formatMfaSettings,
  type MfaSettings,
  NO_FACTOR,
  parseMfaSettings,
  type StoredMfaSettings,
  USER_ATTRIBUTES,
  type UserFactors,
} from './user-factors.ts';
