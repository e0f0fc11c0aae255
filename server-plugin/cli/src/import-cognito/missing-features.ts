import type { CognitoExport } from './cognito-export.ts';

type Described = Pick<CognitoExport, 'pool' | 'mfa'>;

/** What Cognito has and a realm has not, or has in a place of its own. */
const FEATURES: readonly { readonly isUsed: (described: Described) => boolean; readonly note: string }[] = [
  {
    isUsed: ({ pool }) => Object.keys(pool.LambdaConfig ?? {}).length > 0,
    note: 'Lambda triggers do not come along.',
  },
  {
    isUsed: ({ pool }) => pool['Domain'] !== undefined || pool['CustomDomain'] !== undefined,
    note: "The pages at the pool's domain are Keycloak's own from now on.",
  },
  {
    isUsed: ({ pool }) => pool['DeviceConfiguration'] !== undefined,
    note: 'Devices are not remembered: whoever has a second factor is asked each time.',
  },
  {
    isUsed: ({ pool }) => !['OFF', undefined].includes(modeOf(pool['UserPoolAddOns'])),
    note: 'Threat protection does not come along; Keycloak counts wrong passwords and codes.',
  },
  {
    isUsed: ({ pool }) => isCaseSensitive(pool['UsernameConfiguration']),
    note: 'Usernames were case sensitive, and are not any more: of two that differ in capitals alone the second is refused.',
  },
  { isUsed: ({ mfa }) => mfa.EmailMfaConfiguration !== undefined, note: 'Codes by e-mail are no second factor here.' },
  { isUsed: ({ mfa }) => mfa.WebAuthnConfiguration !== undefined, note: 'Passkeys do not come along.' },
  {
    isUsed: () => true,
    note: "Codes by e-mail need a sender: set the SMTP server in the realm's settings.",
  },
];

/** What of a pool does not come along, in sentences. */
export function missingFeatures(described: Described): readonly string[] {
  return FEATURES.filter(({ isUsed }) => isUsed(described)).map(({ note }) => note);
}

function modeOf(addOns: unknown): string | undefined {
  return (addOns as { readonly AdvancedSecurityMode?: string } | undefined)?.AdvancedSecurityMode;
}

function isCaseSensitive(configuration: unknown): boolean {
  return (configuration as { readonly CaseSensitive?: boolean } | undefined)?.CaseSensitive === true;
}
