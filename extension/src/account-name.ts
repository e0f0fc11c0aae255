/** What an account is called: the site or company, and whose it is there. */
export interface AccountNames {
  readonly issuer: string;
  readonly account: string;
}

/** What a person calls an account; who leaves the issuer out leaves it to the page. */
export type ChosenNames = Pick<AccountNames, 'account'> & Partial<AccountNames>;

/** In UTF-16 code units; no site's names are longer. */
export const MAX_NAME_LENGTH = 256;

/** Names as a person has typed them: without blanks around them, and no longer than is kept. */
export function typedNames({ issuer, account }: AccountNames): AccountNames {
  return { issuer: bounded(issuer), account: bounded(account) };
}

function bounded(name: string): string {
  return name.trim().slice(0, MAX_NAME_LENGTH).trim();
}

/** One line for an account; the empty text for one without names. Both parts come from outside: show them as text. */
export function accountName(issuer: string, account: string): string {
  return issuer !== '' && account !== '' ? `${issuer} (${account})` : issuer || account;
}
