import { COGNITO_ATTRIBUTES, DEFAULT_REGION, isPoolId, isRegion, poolIdOf } from '@lifeguard/shared/cognito';
import type { Pool } from '../connect.ts';
import type { Change } from '../install/change.ts';

/** `keycloak`: the realm's own issuer. `cognito`: one of the form that Cognito has. */
type TokenIssuer = 'keycloak' | 'cognito';

/** `proven-factor`: the session has to have proven what a sign-in would ask for. `access-token`: any will do, as in Cognito. */
type FactorChanges = 'proven-factor' | 'access-token';

/** How a realm shows itself through the API. */
export interface CognitoPool {
  /** Absent for a realm whose own id is no UUID and whose name is no id of a pool: the API can't serve it. */
  readonly poolId?: string;
  /** The id that tokens with an issuer as Cognito has it name; absent where none is set. */
  readonly namedPoolId?: string;
  readonly region: string;
  readonly issuer: TokenIssuer;
  /** Whether verifiers of passwords are kept, which USER_SRP_AUTH needs. */
  readonly srp: boolean;
  /** What it takes to change factors by the API. */
  readonly factorChanges: FactorChanges;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** A realm of the Admin API, as far as it says which pool it is. */
export interface StoredRealm {
  readonly id?: string;
  readonly realm?: string;
  readonly attributes?: Attributes;
}

export function readCognitoPool({ id = '', realm = '', attributes = {} }: StoredRealm): CognitoPool {
  const poolId = poolIdOf({ name: realm, realmId: id, attributes });
  const namedPoolId = attributes[COGNITO_ATTRIBUTES.poolId];
  const named = isPoolId(realm) ? realm.slice(0, realm.indexOf('_')) : undefined;
  return {
    ...(poolId === undefined ? {} : { poolId }),
    ...(namedPoolId === undefined ? {} : { namedPoolId }),
    region: named ?? attributes[COGNITO_ATTRIBUTES.region] ?? DEFAULT_REGION,
    issuer: attributes[COGNITO_ATTRIBUTES.issuer] === 'cognito' ? 'cognito' : 'keycloak',
    srp: attributes[COGNITO_ATTRIBUTES.srp] === 'true',
    factorChanges: attributes[COGNITO_ATTRIBUTES.factorChanges] === 'access-token' ? 'access-token' : 'proven-factor',
  };
}

export interface CognitoPoolChanges {
  readonly region?: string;
  readonly issuer?: TokenIssuer;
  readonly srp?: boolean;
  readonly factorChanges?: FactorChanges;
}

export type CognitoPlan =
  | {
      readonly ok: true;
      /** Attributes to write; none when all is so already. */
      readonly attributes: Readonly<Record<string, string>>;
      /** What the operator has to know before it is so, in sentences. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

const SRP_WARNING =
  'A verifier is kept of every password that passes by from now on. From a stolen database one is thousands of times quicker to guess a ' +
  "password from than Keycloak's own hash, so it is encrypted under a key of the server, --spi-credential--lifeguard-srp--key: without one none " +
  'is kept. Users sign in by SRP after their next sign-in with the password.';
const ISSUER_WARNING =
  "Tokens that were given before are not taken any more. Keycloak's own userinfo and introspection endpoints and its adapters refuse tokens with " +
  'an issuer of this form.';
const FACTOR_CHANGES_WARNING =
  'Whoever has an access token of a user, also one of a time when the password was enough, can replace the phone number or the authenticator.';
const REGION_WARNING = 'The id of the pool changes: apps have to be told, and sign-ins that are under way begin anew.';
const SRP_OFF_WARNING =
  'Clients that sign in by USER_SRP_AUTH alone cannot do so any more. The verifiers go with the next change of each password.';

/** What has to be written so that a realm shows itself so. */
export function planCognitoPool(realm: StoredRealm, changes: CognitoPoolChanges): CognitoPlan {
  const { realm: name = '', attributes: before = {} } = realm;
  const { region, issuer, srp, factorChanges } = changes;
  const warnings: string[] = [];
  const wanted: Record<string, string> = {};
  if (region !== undefined) {
    if (!isRegion(region)) return { ok: false, reason: `${region} is no region: give one like eu-west-1.` };
    if (isPoolId(name))
      return { ok: false, reason: `The name of realm ${name} is the id of its pool, region and all.` };
    wanted[COGNITO_ATTRIBUTES.region] = region;
    if (region !== readCognitoPool(realm).region) warnings.push(REGION_WARNING);
  }
  if (issuer !== undefined) wanted[COGNITO_ATTRIBUTES.issuer] = issuer;
  if (srp !== undefined) wanted[COGNITO_ATTRIBUTES.srp] = String(srp);
  if (factorChanges !== undefined) wanted[COGNITO_ATTRIBUTES.factorChanges] = factorChanges;
  const after = readCognitoPool({ ...realm, attributes: { ...before, ...wanted } });
  const now = readCognitoPool(realm);
  if (after.issuer === 'cognito') {
    if (after.poolId === undefined)
      return {
        ok: false,
        reason: `Realm ${name} can be no pool: its own id is no UUID, and its name is no id of a pool.`,
      };
    wanted[COGNITO_ATTRIBUTES.poolId] = after.poolId;
  }
  if (after.issuer !== now.issuer) warnings.push(ISSUER_WARNING);
  if (after.srp && !now.srp) warnings.push(SRP_WARNING);
  if (now.srp && !after.srp) warnings.push(SRP_OFF_WARNING);
  if (after.factorChanges === 'access-token' && now.factorChanges !== after.factorChanges) {
    warnings.push(FACTOR_CHANGES_WARNING);
  }
  const attributes = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => before[key] !== value));
  return { ok: true, attributes, warnings };
}

/** Takes the API's own attributes off a realm; without the plugin nobody reads them. */
export function planSettingsRemoval({ attributes = {} }: StoredRealm): readonly Change[] {
  const names = Object.values(COGNITO_ATTRIBUTES).filter((name) => attributes[name] !== undefined);
  if (names.length === 0) return [];
  return [
    {
      what: `take the settings of the Cognito API off the realm: ${names.join(', ')}`,
      async apply({ client, realm }): Promise<void> {
        const { attributes: now = {} } = (await client.realms.findOne({ realm })) ?? {};
        const rest = Object.entries(now).filter(([name]) => !(names as readonly string[]).includes(name));
        await client.realms.update({ realm }, { attributes: Object.fromEntries(rest) });
      },
    },
  ];
}

/** Writes attributes of the pool's realm and keeps all others. */
export async function writeRealmAttributes(
  { client, realm }: Pool,
  changes: Readonly<Record<string, string>>,
): Promise<void> {
  const { attributes } = (await client.realms.findOne({ realm })) ?? {};
  await client.realms.update({ realm }, { attributes: { ...attributes, ...changes } });
}
