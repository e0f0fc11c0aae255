import { installLifeguard, type Pool, setPoolPolicy } from '@lifeguard/cli';

/** One way to sign in that is measured: a realm of its own, and what the user answers with after the password. */
export interface SignInKind {
  /** Begins the names of its figures. */
  readonly name: string;
  readonly factor: 'none' | 'sms' | 'totp';
  readonly prepare: (pool: Pool) => Promise<void>;
}

/** Neighbours are measured next to each other: the ratio that counts is that of the two with an authenticator. */
export const SIGN_IN_KINDS: readonly SignInKind[] = [
  { name: 'password', factor: 'none', prepare: (pool) => preparePool(pool, { mfaConfiguration: 'OFF' }) },
  // The realm as Keycloak makes it.
  { name: 'keycloakTotp', factor: 'totp', prepare: async () => undefined },
  { name: 'lifeguardTotp', factor: 'totp', prepare: (pool) => preparePool(pool, { mfaConfiguration: 'ON' }) },
  {
    name: 'lifeguardSms',
    factor: 'sms',
    prepare: (pool) => preparePool(pool, { mfaConfiguration: 'ON', smsMfa: true, softwareTokenMfa: false }),
  },
];

async function preparePool(pool: Pool, policy: Parameters<typeof setPoolPolicy>[1]): Promise<void> {
  for (const result of [await installLifeguard(pool), await setPoolPolicy(pool, policy)]) {
    if (!result.ok) throw new Error(`realm ${pool.realm} could not be set up: ${JSON.stringify(result)}`);
  }
}
