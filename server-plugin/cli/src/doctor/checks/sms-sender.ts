import { lifeguard } from '../commands.ts';
import { type Check, ok, problem, warning } from '../finding.ts';

const LOOK = "Look at its last failure in Keycloak's log: it is asked again by itself after a while.";

export const smsSender: Check = ({ policy, status, realm }) => {
  if (!policy.ok || !policy.policy.smsMfa) return ok('SMS is off, so no SMS sender is needed.');
  if (!status.ok) return warning('Whether an SMS sender is configured is unknown.', 'Mend the plugin first.');
  const { configured, gateways } = status.status.smsSender;
  if (!configured) {
    return problem(
      'SMS is on, but no SMS gateway is configured.',
      `Start Keycloak with the options of one (docs/gateways.md), such as --spi-lifeguard-sms--webhook--url=URL, or run ${lifeguard(['policy', 'set'], realm, '--sms', 'off')}.`,
    );
  }
  const failing = gateways.filter(({ state }) => state !== 'closed').map(({ id }) => id);
  if (failing.length === gateways.length)
    return problem(`No SMS goes out: ${failing.join(' and ')} failed again and again.`, LOOK);
  if (failing.length > 0)
    return warning(`The SMS gateway ${failing.join(' and ')} failed again and again; another one sends.`, LOOK);
  return ok(`SMS go out by ${gateways.map(({ id }) => id).join(', then ')}.`);
};
