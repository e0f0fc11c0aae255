import type { CognitoPorts } from '../ports.ts';
import type { PortClient, SecretReference } from '../records.ts';
import type { ClientSettings } from './client-settings.ts';

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
