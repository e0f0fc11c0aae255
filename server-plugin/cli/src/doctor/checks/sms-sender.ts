import { type Check, ok, problem, warning } from '../finding.ts';

export const smsSender: Check = ({ policy, status, realm }) => {
  if (!policy.ok || !policy.policy.smsMfa) return ok('SMS is off, so no SMS sender is needed.');
  if (!status.ok) return warning('Whether an SMS sender is configured is unknown.', 'Mend the plugin first.');
  const { id, configured } = status.status.smsSender;
  if (configured) return ok(`SMS go out by the sender ${id ?? 'without a name'}.`);
  return problem(
    'SMS is on, but no SMS sender is configured.',
    `Start Keycloak with --spi-lifeguard-sms--webhook--url=URL, or run lifeguard policy set --realm ${realm.realm} --sms off.`,
  );
};
