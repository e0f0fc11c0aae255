import type { CreateUserPoolClientInput } from '../model/input-types.ts';
import { API_SCOPE, poolIdOf } from '@lifeguard/shared/cognito';
import type { PortPool } from '../records.ts';
import { CognitoError, invalidParameter } from '../protocol/cognito-error.ts';
import { schemaOf } from '../user/schema.ts';
import { checkRedirects } from './check-redirects.ts';

/** What a request to make or to change a client asks for. */
export type ClientRequest = Omit<Partial<CreateUserPoolClientInput>, 'UserPoolId'>;

/** There are no resource servers, so these are all. */
const SCOPES: readonly string[] = ['openid', 'email', 'phone', 'profile', API_SCOPE];

/** Read by the user, and written by the pool itself. */
const READ_ONLY: readonly string[] = ['sub', 'email_verified', 'phone_number_verified', 'identities'];

/**
 * The rules between the members of a client, in the words of Cognito.
 * @see Amazon Cognito API Reference, CreateUserPoolClient
 */
export function checkClient(
  members: ClientRequest,
  { pool, hasSecret }: { readonly pool: PortPool; readonly hasSecret: boolean },
): void {
  if (members.PublishSecretsInAWSSecretsManager === true) {
    throw invalidParameter('PublishSecretsInAWSSecretsManager is not supported.');
  }
  checkFlows(members);
  checkRedirects(members);
  checkOAuth(members, hasSecret);
  checkAttributes(members, pool);
  const provider = (members.SupportedIdentityProviders ?? []).find((name) => name !== 'COGNITO');
  if (provider !== undefined) {
    throw invalidParameter(`The provider ${provider} does not exist for User Pool ${poolIdOf(pool) ?? pool.name}.`);
  }
}

function checkFlows({ ExplicitAuthFlows: flows = [] }: ClientRequest): void {
  const newer = flows.filter((flow) => flow.startsWith('ALLOW_')).length;
  if (newer > 0 && newer < flows.length) {
    throw invalidParameter('ExplicitAuthFlows cannot have values with the prefix ALLOW_ along with values without it.');
  }
}

function checkOAuth(members: ClientRequest, hasSecret: boolean): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [], CallbackURLs = [] } = members;
  if (members.AllowedOAuthFlowsUserPoolClient === true && (flows.length === 0 || scopes.length === 0)) {
    throw invalidParameter(
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    );
  }
  if (flows.includes('client_credentials')) {
    if (flows.some((flow) => flow !== 'client_credentials')) {
      throw wrongFlow('client_credentials flow can not be selected along with code flow or implicit flow.');
    }
    if (!hasSecret) {
      throw wrongFlow('client_credentials flow can not be selected if client does not have a client secret.');
    }
  } else if (flows.length > 0 && CallbackURLs.length === 0) {
    throw wrongFlow('CallbackUrls can not be empty when code flow or implicit flow is selected');
  }
  const unknown = scopes.find((scope) => !SCOPES.includes(scope));
  if (unknown !== undefined)
    throw new CognitoError('ScopeDoesNotExistException', `The scope ${unknown} does not exist.`);
}

const wrongFlow = (message: string) => new CognitoError('InvalidOAuthFlowException', message);

function checkAttributes(
  { ReadAttributes: read = [], WriteAttributes: write = [] }: ClientRequest,
  pool: PortPool,
): void {
  const rules = schemaOf(pool);
  const isKnown = (name: string) => Object.prototype.hasOwnProperty.call(rules, name);
  if (read.some((name) => !isKnown(name) && !READ_ONLY.includes(name))) {
    throw invalidParameter('Invalid read attributes specified while creating a client');
  }
  const required = Object.keys(rules).filter((name) => rules[name]?.isRequired === true);
  const lacksRequired = write.length > 0 && required.some((name) => !write.includes(name));
  if (lacksRequired || write.some((name) => !isKnown(name))) {
    throw invalidParameter('Invalid write attributes specified while creating a client');
  }
}
