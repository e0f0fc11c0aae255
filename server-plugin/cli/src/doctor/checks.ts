import { amr } from './checks/amr.ts';
import { browserFlow } from './checks/browser-flow.ts';
import { bruteForce } from './checks/brute-force.ts';
import { ciba } from './checks/ciba.ts';
import { clientFlows } from './checks/client-flows.ts';
import { clientPolicies } from './checks/client-policies.ts';
import { cognitoClients } from './checks/cognito-clients.ts';
import { cognitoIssuer } from './checks/cognito-issuer.ts';
import { cognitoKeys } from './checks/cognito-keys.ts';
import { cognitoSrp } from './checks/cognito-srp.ts';
import { coreCalls } from './checks/core-calls.ts';
import { deviceGrants } from './checks/device-grants.ts';
import { directGrants } from './checks/direct-grants.ts';
import { firstBrokerLogins } from './checks/first-broker-logins.ts';
import { identityProviders } from './checks/identity-providers.ts';
import { otherProtocols } from './checks/other-protocols.ts';
import { plugin } from './checks/plugin.ts';
import { policy } from './checks/policy.ts';
import { registration } from './checks/registration.ts';
import { requiredActions } from './checks/required-actions.ts';
import { resetPassword } from './checks/reset-password.ts';
import { serverVersion } from './checks/server-version.ts';
import { smsSender } from './checks/sms-sender.ts';
import { userProfile } from './checks/user-profile.ts';
import type { Check } from './finding.ts';

/** What the doctor looks at, by the name that its report gives, in the order in which to mend it. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'server-version': serverVersion,
  plugin,
  'core-calls': coreCalls,
  policy,
  'sms-sender': smsSender,
  'browser-flow': browserFlow,
  'required-actions': requiredActions,
  'user-profile': userProfile,
  amr,
  'brute-force': bruteForce,
  'client-flows': clientFlows,
  'client-policies': clientPolicies,
  'direct-grants': directGrants,
  'device-grants': deviceGrants,
  ciba,
  'other-protocols': otherProtocols,
  'reset-password': resetPassword,
  registration,
  'identity-providers': identityProviders,
  'first-broker-logins': firstBrokerLogins,
  'cognito-clients': cognitoClients,
  'cognito-srp': cognitoSrp,
  'cognito-issuer': cognitoIssuer,
  'cognito-keys': cognitoKeys,
};
