export { KEYCLOAK_VERSION, keycloakDistribution } from './distribution.ts';
export { KeycloakStartError } from './start-error.ts';
export { startKeycloak, type Keycloak, type KeycloakOptions } from './start-keycloak.ts';
export type { SharedDatabase } from './server-mode.ts';
