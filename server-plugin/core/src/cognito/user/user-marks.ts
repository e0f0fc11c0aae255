/** A password that its user has to replace: Keycloak's required action. */
export const UPDATE_PASSWORD = 'UPDATE_PASSWORD';
