import { lifeguard } from '../commands.ts';
import { type Check, ok, problem, warning } from '../finding.ts';

/** An issuer as Cognito has it is what aws-jwt-verify wants, and what Keycloak does not take for its own. */
export const cognitoIssuer: Check = ({ cognito, realm }) => {
  const set = (issuer: string): string => lifeguard(['cognito', 'set'], realm, '--issuer', issuer);
  if (cognito.issuer === 'keycloak') return ok("Tokens of the Cognito API have the realm's own issuer.");
  if (cognito.poolId === undefined || cognito.namedPoolId !== cognito.poolId) {
    return problem(
      `Tokens name another pool than ${cognito.poolId ?? 'this realm can be'}: ${cognito.namedPoolId ?? 'none'}.`,
      set('cognito'),
      set('keycloak'),
    );
  }
  return warning(
    `Tokens of the Cognito API have an issuer as Cognito has it: Keycloak's own userinfo and introspection refuse them.`,
    set('keycloak'),
  );
};
