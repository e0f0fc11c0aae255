import { resourceNotFound } from '../protocol/cognito-error.ts';
import type { PortClient } from '../ports.ts';

export const CLIENT_SETTINGS_ATTRIBUTE = 'lifeguard.cognito.client';

/** How a client may sign users in; the names that CreateUserPoolClient has for it, without the older ones. */
export type AuthFlow =
  | 'ALLOW_USER_SRP_AUTH'
  | 'ALLOW_USER_PASSWORD_AUTH'
  | 'ALLOW_ADMIN_USER_PASSWORD_AUTH'
  | 'ALLOW_REFRESH_TOKEN_AUTH'
  | 'ALLOW_CUSTOM_AUTH'
  | 'ALLOW_USER_AUTH';

/** What Cognito keeps of a client and Keycloak has no place for, under the names of CreateUserPoolClient's members. */
export interface ClientSettings {
  readonly ClientName?: string;
  readonly CreationDate?: number;
  readonly LastModifiedDate?: number;
  /** As they were given: {@link allowsFlow} knows what they mean. */
  readonly ExplicitAuthFlows?: readonly string[];
  readonly PreventUserExistenceErrors?: 'LEGACY' | 'ENABLED';
  /** Minutes, 3 to 15. */
  readonly AuthSessionValidity?: number;
  readonly EnableTokenRevocation?: boolean;
  readonly RefreshTokenRotation?: {
    readonly Feature: 'ENABLED' | 'DISABLED';
    readonly RetryGracePeriodSeconds?: number;
  };
  readonly ReadAttributes?: readonly string[];
  readonly WriteAttributes?: readonly string[];
  readonly [member: string]: unknown;
}

/** Reads the settings of a client that may use the API; undefined for all others. */
export function readClientSettings({ attributes }: Pick<PortClient, 'attributes'>): ClientSettings | undefined {
  const text = attributes[CLIENT_SETTINGS_ATTRIBUTE];
  return text === undefined ? undefined : (JSON.parse(text) as ClientSettings);
}

/** A client that may not use the API is as unknown to it as one that is not there. */
export function unknownClient(clientId: string): Error {
  return resourceNotFound(`User pool client ${clientId} does not exist.`);
}

/** The older names, and what their clients may do all the same: SRP and refresh. */
const OLDER: Readonly<Record<string, readonly AuthFlow[]>> = {
  ADMIN_NO_SRP_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  CUSTOM_AUTH_FLOW_ONLY: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
};
/** Of a client that was made without any. */
const UNNAMED: readonly AuthFlow[] = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_CUSTOM_AUTH'];

/** Whether a client may use a flow. */
export function allowsFlow({ ExplicitAuthFlows: names = [] }: ClientSettings, flow: AuthFlow): boolean {
  if (names.length === 0) return UNNAMED.includes(flow);
  return names.some((name) => name === flow || OLDER[name]?.includes(flow) === true);
}

/** How long a session and its code are good for. */
export function sessionValidityInSeconds({ AuthSessionValidity: minutes = 3 }: ClientSettings): number {
  return minutes * 60;
}
