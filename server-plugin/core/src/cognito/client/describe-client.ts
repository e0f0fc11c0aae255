import type { CognitoPorts } from '../ports.ts';
import type { PortClient, SecretReference } from '../records.ts';
import { type ClientSettings, readClientSettings, unknownClient } from './client-settings.ts';

/** Opens a client of the open pool for its administrator. */
export function openPoolClient(
  ports: CognitoPorts,
  clientId: string,
): { readonly client: PortClient; readonly settings: ClientSettings } {
  const client = ports.openClient({ clientId });
  const settings = client === null ? undefined : readClientSettings(client);
  if (client === null || settings === undefined) throw unknownClient(clientId);
  return { client, settings };
}

/** The open client as DescribeUserPoolClient shows it: UserPoolClientType. */
export function describeClient(
  ports: CognitoPorts,
  {
    userPoolId,
    client,
    settings,
  }: { readonly userPoolId: string; readonly client: PortClient; readonly settings: ClientSettings },
): Readonly<Record<string, unknown>> & { readonly ClientSecret?: SecretReference } {
  const secret = ports.clientSecret();
  return {
    CreationDate: 0,
    LastModifiedDate: 0,
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
    AuthSessionValidity: 3,
    EnablePropagateAdditionalUserContextData: false,
    EnableTokenRevocation: true,
    ...settings,
    UserPoolId: userPoolId,
    ClientId: client.clientId,
    ClientName: settings.ClientName ?? client.name,
    ...(secret === null ? {} : { ClientSecret: secret }),
  };
}
