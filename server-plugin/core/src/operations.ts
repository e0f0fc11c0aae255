import { parsePoolPolicy, rules } from '@lifeguard/shared/mfa';
import {
  describeUser,
  resetUserFactors,
  setUserPhoneNumber,
  setUserPreference,
} from './administration/administer-user.ts';
import { changePolicy } from './pool/change-policy.ts';
import { policyFormFields, savePolicyForm, showPolicyForm } from './pool/policy-form.ts';
import { policyObjection } from './pool/policy-objection.ts';
import { maySetUpSoftwareToken } from './set-up/may-set-up-software-token.ts';
import { answerPhoneSetUp, startPhoneSetUp } from './set-up/phone-set-up.ts';
import { softwareTokenWasSetUp } from './set-up/software-token-was-set-up.ts';
import { mayRemoveFactor } from './settings/may-remove-factor.ts';
import { changeMfaSettings, showMfaSettings } from './settings/mfa-settings.ts';
import { phoneFactor } from './settings/phone-factor.ts';
import { turnOffFactor } from './settings/turn-off-factor.ts';
import { mayEnterByBackchannel } from './sign-in/backchannel.ts';
import { answerSignIn, startSignIn } from './sign-in/sign-in.ts';
import { decideLimitRequest, listLimitRequests, requestSpendLimit } from './spend/limit-requests.ts';
import { spendReport } from './spend/spend-report.ts';
import { changeSpendSettings, setSpendLimit, showSpendSettings } from './spend/spend-settings.ts';
import { COGNITO_PORTS } from './cognito/ports.ts';
import { type Ports, PORTS } from './ports.ts';

/** One thing that Java can ask the core to decide. */
type Operation = (input: never, ports: Ports) => unknown;

/** All that Java asks for beside the Cognito API, and the rules, for which the shared vectors ask. */
export const operations: Readonly<Record<string, Operation>> = {
  startSignIn,
  answerSignIn,
  /** Their names: the lists that the Java shell is held against. */
  ports: () => Object.keys(PORTS),
  cognitoPorts: () => Object.keys(COGNITO_PORTS),
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
  ...rules,
};
