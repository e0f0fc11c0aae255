import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import {
  BROWSER,
  DIRECT_GRANT,
  FIRST_BROKER_LOGIN,
  REGISTRATION,
  RESET_CREDENTIALS,
  type WayIn,
} from '../flow/way-in.ts';
import type { BoundWay } from './plan-way.ts';

/** The admin client's type lacks the flow of a first login by an identity provider. */
export interface RealmFlows extends RealmRepresentation {
  readonly firstBrokerLoginFlow?: string;
}

interface RealmWay {
  readonly way: WayIn;
  readonly field:
    | 'browserFlow'
    | 'directGrantFlow'
    | 'resetCredentialsFlow'
    | 'registrationFlow'
    | 'firstBrokerLoginFlow';
  /** What Keycloak binds where the realm says nothing. */
  readonly builtIn: string;
  readonly copyAlias: string;
}

export const DEFAULT_FLOW_ALIAS = 'lifeguard-browser';

/** The flows that a realm binds, the browser flow first. */
const REALM_WAYS: readonly RealmWay[] = [
  { way: BROWSER, field: 'browserFlow', builtIn: 'browser', copyAlias: DEFAULT_FLOW_ALIAS },
  { way: DIRECT_GRANT, field: 'directGrantFlow', builtIn: 'direct grant', copyAlias: 'lifeguard-grant' },
  {
    way: RESET_CREDENTIALS,
    field: 'resetCredentialsFlow',
    builtIn: 'reset credentials',
    copyAlias: 'lifeguard-reset-credentials',
  },
  { way: REGISTRATION, field: 'registrationFlow', builtIn: 'registration', copyAlias: 'lifeguard-registration' },
  {
    way: FIRST_BROKER_LOGIN,
    field: 'firstBrokerLoginFlow',
    builtIn: 'first broker login',
    copyAlias: 'lifeguard-first-broker',
  },
];

/** The field of the realm that names a flow, and the flow that Keycloak comes with. */
export function realmField(way: WayIn): Pick<RealmWay, 'field' | 'builtIn'> {
  const found = REALM_WAYS.find((candidate) => candidate.way === way);
  if (found === undefined) throw new Error(`a realm binds no ${way.kind}`);
  return found;
}

export function boundFlow(realm: RealmFlows, way: WayIn): string {
  const { field, builtIn } = realmField(way);
  return realm[field] ?? builtIn;
}

export function realmWays(realm: RealmFlows, browserCopyAlias: string): readonly BoundWay[] {
  return REALM_WAYS.map(({ way, field, builtIn, copyAlias }) => {
    const alias = way === BROWSER ? browserCopyAlias : copyAlias;
    return {
      way,
      boundAlias: realm[field] ?? builtIn,
      copyAlias: alias,
      binds: [
        {
          what: `bind "${alias}" as the ${way.kind}`,
          // Takes effect at once for everybody who starts to sign in.
          apply: async ({ client, realm: name }) => client.realms.update({ realm: name }, { [field]: alias }),
        },
      ],
    };
  });
}
