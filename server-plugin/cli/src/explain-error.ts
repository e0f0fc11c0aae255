import { NetworkError } from '@keycloak/keycloak-admin-client';
import { OperatorError } from './operator-error.ts';

const ROLES = 'manage-realm, manage-users, manage-clients and view-identity-providers';

/** Says a failure of the Admin API in a sentence for the operator. What is no answer of the server passes through unchanged. */
export function explainAdminError(error: unknown, { server, realm }: { server: string; realm: string }): unknown {
  if (!(error instanceof NetworkError)) return explainConnectionError(error, server);
  const { response } = error;
  switch (response.status) {
    case 401:
      return new OperatorError(
        'wrong-credentials',
        `The account may not administer realm ${realm}: sign in to the realm that it belongs to with --auth-realm.`,
        { cause: error },
      );
    case 403:
      return new OperatorError(
        'missing-role',
        `The account may not use ${new URL(response.url).pathname}: give it the roles ${ROLES} of realm ${realm}.`,
        { cause: error },
      );
    case 404:
      if (/^\/(.*\/)?admin\/realms\/[^/]+\/lifeguard\//.test(new URL(response.url).pathname)) {
        return new OperatorError(
          'plugin-missing',
          `The Keycloak at ${server} does not have this version of the Lifeguard plugin: copy lifeguard.jar into its providers folder and start it again.`,
          { cause: error },
        );
      }
      return new OperatorError(
        'refused-by-server',
        `Keycloak has no ${new URL(response.url).pathname}: run the command again.`,
        {
          cause: error,
        },
      );
    default:
      return new OperatorError(
        'refused-by-server',
        `Keycloak refused ${new URL(response.url).pathname} with ${response.status}: ${serverMessage(error).replace(/[^.]$/, '$&.')}`,
        { cause: error },
      );
  }
}

/** Says why nobody could sign in to the Admin API. */
export function explainSignInError(
  error: unknown,
  { server, authRealm }: { server: string; authRealm: string },
): unknown {
  if (!(error instanceof NetworkError)) return explainConnectionError(error, server);
  switch (error.response.status) {
    case 404:
      return new OperatorError(
        'realm-not-found',
        `${server} has no realm ${authRealm} to sign in to: check --server and --auth-realm.`,
        { cause: error },
      );
    case 400:
    case 401:
      return new OperatorError(
        'wrong-credentials',
        `Keycloak refused the sign-in to realm ${authRealm} (${serverMessage(error)}): check the user and password, or the client id and secret.`,
        { cause: error },
      );
    default:
      return new OperatorError(
        'refused-by-server',
        `Keycloak refused the sign-in to realm ${authRealm} with ${error.response.status} (${serverMessage(error)}): check --server.`,
        { cause: error },
      );
  }
}

function explainConnectionError(error: unknown, server: string): unknown {
  const isConnectionError =
    (error instanceof TypeError && error.message === 'fetch failed') ||
    (error instanceof DOMException && error.name === 'TimeoutError');
  if (!isConnectionError) return error;
  return new OperatorError(
    'unreachable',
    `${server} does not answer: start Keycloak there or give its address with --server.`,
    {
      cause: error,
    },
  );
}

/** The server's own words. `params` of a validation error is left out: it can hold what was typed. */
function serverMessage({ responseData }: NetworkError): string {
  const { errors } = (responseData ?? {}) as { readonly errors?: unknown };
  const [first = responseData] = Array.isArray(errors) ? (errors as readonly unknown[]) : [];
  const answer = (first ?? {}) as Readonly<Record<string, unknown>>;
  const texts = ['error_description', 'errorMessage', 'error'].map((key) => answer[key]);
  const message = texts.find((text) => typeof text === 'string') ?? 'no reason was given';
  return typeof answer['field'] === 'string' ? `${answer['field']}: ${message}` : message;
}
