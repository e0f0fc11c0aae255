import { CLIENT_SETTINGS_ATTRIBUTE } from '@lifeguard/shared/cognito';
import { type CognitoError, resourceNotFound } from '../protocol/cognito-error.ts';
import type { PortClient } from '../records.ts';

/** What Cognito keeps of a client and Keycloak has no place for, under the names of CreateUserPoolClient's members. */
export interface ClientSettings {
  readonly ClientName?: string;
  readonly CreationDate?: number;
  readonly LastModifiedDate?: number;
  /** As they were given: allowsFlow of shared knows what they mean. */
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
export function unknownClient(clientId: string): CognitoError {
  return resourceNotFound(`User pool client ${clientId} does not exist.`);
}
