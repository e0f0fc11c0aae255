import { type Check, ok, problem, warning } from '../finding.ts';

export const coreCalls: Check = ({ status }) => {
  if (!status.ok) return warning('The times of the core are unknown.', 'Mend the plugin first.');
  const { count, failures, medianInMicros, p99InMicros } = status.status.calls;
  if (failures > 0) {
    return problem(
      `${failures} of ${count} calls of the core failed, and each denied a sign-in.`,
      'Look for "lifeguard" at level ERROR in the log of the server.',
    );
  }
  if (count === 0) return ok('The core was not called yet.');
  return ok(`Calls of the core: ${count}, median ${medianInMicros ?? '?'} µs, p99 ${p99InMicros ?? '?'} µs.`);
};
