import { LIFEGUARD_STEP } from '../../flow/providers.ts';
import { type Check, ok, problem } from '../finding.ts';

// As many digits as the server's log gives at its start.
const SHORT_FINGERPRINT = 12;

export const plugin: Check = ({ authenticators, status }) => {
  if (!authenticators.includes(LIFEGUARD_STEP)) {
    return problem(
      'The server does not have the Lifeguard plugin.',
      'Copy lifeguard.jar into the providers folder of Keycloak and start it again.',
    );
  }
  if (!status.ok) {
    return problem(
      `The plugin is there, but its status can't be read: ${status.reason}.`,
      'Give the account the role view-realm; if it has it, install the lifeguard.jar of the same release as this command.',
    );
  }
  const { version, core } = status.status;
  return ok(`Lifeguard ${version} runs with core ${core.fingerprint.slice(0, SHORT_FINGERPRINT)}.`);
};
