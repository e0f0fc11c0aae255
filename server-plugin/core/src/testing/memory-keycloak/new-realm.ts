import { randomUUID } from 'node:crypto';
import type { MemoryClient, MemoryRealm, MemoryUser } from './world.ts';

/** A realm as Keycloak makes one, with Lifeguard's required actions. */
export function newRealm({ id, name }: Pick<MemoryRealm, 'id' | 'name'>): MemoryRealm {
  return {
    id,
    name,
    displayName: '',
    enabled: true,
    attributes: {},
    passwordPolicy: '',
    loginWithEmail: true,
    duplicateEmails: false,
    registration: false,
    resetPassword: false,
    accessTokenLifespan: 300,
    ssoSessionIdle: 1_800,
    ssoSessionMax: 36_000,
    bruteForce: null,
    smtp: {},
    enabledActions: ['CONFIGURE_TOTP', 'UPDATE_PASSWORD', 'UPDATE_PROFILE', 'VERIFY_EMAIL', 'lifeguard-phone-number'],
    clients: [],
    users: [],
    groups: [],
    sessions: [],
  };
}

/** A public client as Keycloak makes one by its Admin API. */
export function newClient(clientId: string): MemoryClient {
  return {
    id: randomUUID(),
    clientId,
    name: '',
    enabled: true,
    isPublic: true,
    secret: null,
    consentRequired: false,
    serviceAccount: false,
    roles: [],
    attributes: {},
    redirectUris: [],
    postLogoutRedirectUris: [],
    standardFlow: true,
    implicitFlow: false,
    directAccessGrants: false,
    defaultScopes: [],
    optionalScopes: [],
  };
}

export function newUser({
  id,
  username,
  createdAtInMillis,
}: Pick<MemoryUser, 'id' | 'username' | 'createdAtInMillis'>): MemoryUser {
  return {
    id,
    username: username.toLowerCase(),
    createdAtInMillis,
    enabled: false,
    emailVerified: false,
    attributes: {},
    requiredActions: [],
    password: null,
    passwordSinceInMillis: createdAtInMillis,
    passwordHistory: [],
    verifier: null,
    tokens: [],
    groups: [],
    listedPhone: null,
    readOnly: false,
    keepsPasswordElsewhere: false,
  };
}
