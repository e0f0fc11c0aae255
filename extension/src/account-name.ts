/** One line for an account; the empty text for one without names. Both parts come from outside: show them as text. */
export function accountName(issuer: string, account: string): string {
  return issuer !== '' && account !== '' ? `${issuer} (${account})` : issuer || account;
}
