import { parsePoolPolicy, rules } from '@lifeguard/shared/mfa';
import type { Ports } from './ports.ts';
import {
  describeUser,
  resetUserFactors,
  setUserPhoneNumber,
  setUserPreference,
} from './administration/administer-user.ts';
import { changePolicy } from './pool/change-policy.ts';
import { mayRemoveFactor } from './settings/may-remove-factor.ts';
import { changeMfaSettings, showMfaSettings } from './settings/mfa-settings.ts';
import { phoneFactor } from './settings/phone-factor.ts';
import { turnOffFactor } from './settings/turn-off-factor.ts';
import { maySetUpSoftwareToken } from './set-up/may-set-up-software-token.ts';
import { answerPhoneSetUp, startPhoneSetUp } from './set-up/phone-set-up.ts';
import { softwareTokenWasSetUp } from './set-up/software-token-was-set-up.ts';
import { mayEnterByBackchannel } from './sign-in/backchannel.ts';
import { answerSignIn, startSignIn } from './sign-in/sign-in.ts';

/** One thing that Java can ask the core to decide. */
export type Operation = (input: never, ports: Ports) => unknown;

/** All operations by name. The rules stand here too, so that the shared vectors can ask for each one by itself. */
export const operations: Readonly<Record<string, Operation>> = {
  /** Their names: the list that the Java shell is held against. */
  ports: (_input: unknown, ports: Ports) => Object.keys(ports),
  poolPolicy: (_input: unknown, ports: Ports) => parsePoolPolicy(ports.poolAttributes()),
  startSignIn,
  answerSignIn,
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
  describeUser,
  setUserPhoneNumber,
  setUserPreference,
  resetUserFactors,
  // Last: after other members, swc would spread it by property descriptors, at every call.
  ...rules,
};
