const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const EMAIL = /^[^\s@<>,;:"\\[\]()]{1,64}@[^\s@<>,;:"\\[\]()]{1,189}$/;

/** Whether text is an id as Keycloak and Cognito both make them, of users and of realms. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Whether text can be an e-mail address: what Keycloak's sender and Cognito both take. */
export function isEmailAddress(text: string): boolean {
  return EMAIL.test(text);
}
