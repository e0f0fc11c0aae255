export { allowsFlow, AUTH_FLOWS, type AuthFlow } from './auth-flow.ts';
export { EXTENSION_CLIENT, EXTENSION_REDIRECT_URIS } from './extension-client.ts';
export { bindsTokens, type ClientMembers, keptClientMembers, keycloakClientOf } from './keycloak-client.ts';
export { API_SCOPE, CLAIMS_MAPPER, CLIENT_SETTINGS_ATTRIBUTE, COGNITO_ATTRIBUTES, USER_MARKS } from './names.ts';
export { KEPT_POOL_MEMBERS, type KeptPoolMember, NEW_POOL, signsInByEmail } from './new-pool.ts';
export { type PasswordPolicyType, readPasswordPolicy, withPasswordPolicy } from './password-policy.ts';
export { DEFAULT_REGION, isPoolId, isRegion, poolIdOf, poolNameOf, realmIdOf } from './pool-id.ts';
export { type TokenLifetimeMembers, type TokenLifetimes, tokenLifetimes } from './token-lifetimes.ts';
export { isEmailAddress, isUuid } from './user-values.ts';
