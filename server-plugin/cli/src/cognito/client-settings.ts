import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import { AUTH_FLOWS, allowsFlow, type AuthFlow, CLIENT_SETTINGS_ATTRIBUTE } from '@lifeguard/shared/cognito';

/** What the API keeps of a client, under the names of CreateUserPoolClient's members, as far as the command reads it. */
export interface ClientSettings {
  readonly ExplicitAuthFlows?: readonly string[];
  readonly [member: string]: unknown;
}

export type ClientSettingsResult =
  /** The client takes no part in the API. */
  | { readonly kind: 'none' }
  /** Nobody can sign in by this client: the core can't read it either. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'settings'; readonly settings: ClientSettings };

export function readClientSettings({ attributes }: Pick<ClientRepresentation, 'attributes'>): ClientSettingsResult {
  const text: unknown = (attributes as Readonly<Record<string, unknown>> | undefined)?.[CLIENT_SETTINGS_ATTRIBUTE];
  if (typeof text !== 'string') return { kind: 'none' };
  try {
    const settings: unknown = JSON.parse(text);
    if (typeof settings === 'object' && settings !== null && !Array.isArray(settings))
      return { kind: 'settings', settings: settings as ClientSettings };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { kind: 'unreadable' };
}

/** The flows that a client with these settings may use, whatever names they were given by. */
export function allowedFlows(settings: ClientSettings): readonly AuthFlow[] {
  return AUTH_FLOWS.filter((flow) => allowsFlow(settings, flow));
}
