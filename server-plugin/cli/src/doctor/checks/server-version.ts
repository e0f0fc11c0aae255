import { type Check, ok, problem, warning } from '../finding.ts';

const SUPPORTED = '26.7';

export const serverVersion: Check = ({ serverVersion: version }) => {
  if (version === undefined) {
    return warning(
      'This account may not see the version of Keycloak.',
      `Make sure that it is ${SUPPORTED}.x, or ask an administrator of the master realm.`,
    );
  }
  if (version.startsWith(`${SUPPORTED}.`)) return ok(`Keycloak ${version} is supported.`);
  return problem(
    `Keycloak ${version} is not supported: the plugin is built for ${SUPPORTED}.x.`,
    `Run Keycloak ${SUPPORTED}.x.`,
  );
};
