/** What a list for people calls an entry. Both parts come from outside: show them as text. */
export function entryName(issuer: string, account: string): string {
  return [issuer, account].filter((part) => part !== '').join(': ');
}
