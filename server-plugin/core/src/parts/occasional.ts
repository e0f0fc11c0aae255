import { parsePoolPolicy, settingsRules } from '@lifeguard/shared/mfa';
import {
  describeUser,
  resetUserFactors,
  setUserPhoneNumber,
  setUserPreference,
} from '../administration/administer-user.ts';
import { cognitoPortNames } from '../cognito/port-names.ts';
import { changePolicy } from '../pool/change-policy.ts';
import { policyFormFields, savePolicyForm, showPolicyForm } from '../pool/policy-form.ts';
import { policyObjection } from '../pool/policy-objection.ts';
import type { Ports } from '../ports.ts';
import { maySetUpSoftwareToken } from '../set-up/may-set-up-software-token.ts';
import { answerPhoneSetUp, startPhoneSetUp } from '../set-up/phone-set-up.ts';
import { softwareTokenWasSetUp } from '../set-up/software-token-was-set-up.ts';
import { mayRemoveFactor } from '../settings/may-remove-factor.ts';
import { changeMfaSettings, showMfaSettings } from '../settings/mfa-settings.ts';
import { phoneFactor } from '../settings/phone-factor.ts';
import { turnOffFactor } from '../settings/turn-off-factor.ts';
import { mayEnterByBackchannel } from '../sign-in/backchannel.ts';
import { decideLimitRequest, listLimitRequests, requestSpendLimit } from '../spend/limit-requests.ts';
import { spendReport } from '../spend/spend-report.ts';
import { changeSpendSettings, setSpendLimit, showSpendSettings } from '../spend/spend-settings.ts';
import { partOf } from './part.ts';

/** All that is asked for now and then: set-up, settings and administration. The shared vectors ask for its rules. */
export const part = partOf({
  /** Their names: the list that the Java shell is held against. One of them it does not have to answer. */
  ports: (_input: unknown, ports: Ports) => Object.keys(ports).filter((name) => name !== 'sendText'),
  cognitoPorts: cognitoPortNames,
  poolPolicy: (_input: unknown, ports: Ports) => parsePoolPolicy(ports.poolAttributes()),
  mayEnterByBackchannel,
  maySetUpSoftwareToken,
  softwareTokenWasSetUp,
  startPhoneSetUp,
  answerPhoneSetUp,
  showMfaSettings,
  changeMfaSettings,
  mayRemoveFactor,
  turnOffFactor,
  phoneFactor,
  changePolicy,
  policyObjection,
  policyFormFields,
  showPolicyForm,
  savePolicyForm,
  describeUser,
  setUserPhoneNumber,
  setUserPreference,
  resetUserFactors,
  spendReport,
  showSpendSettings,
  changeSpendSettings,
  setSpendLimit,
  listLimitRequests,
  requestSpendLimit,
  decideLimitRequest,
  ...settingsRules,
});
