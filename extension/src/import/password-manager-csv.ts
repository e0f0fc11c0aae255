import { collectEntries } from './collect-entries.ts';
import { parseCsv } from './csv.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { Importer } from './importer.ts';
import { readOtpText } from './read-otp-text.ts';
import { withSites } from './with-sites.ts';

interface CsvColumns {
  readonly format: string;
  /** Columns that tell the format from others. */
  readonly mark: readonly string[];
  readonly code: string;
  readonly issuer: string;
  readonly account?: string;
  /** The addresses, with commas between them. */
  readonly sites: string;
}

/** What each program calls its columns; the headers are compared without regard to case. */
const FORMATS: readonly CsvColumns[] = [
  {
    format: 'bitwarden-csv',
    mark: ['login_username'],
    code: 'login_totp',
    issuer: 'name',
    account: 'login_username',
    sites: 'login_uri',
  },
  {
    format: 'bitwarden-authenticator-csv',
    mark: ['folder', 'login_uri'],
    code: 'login_totp',
    issuer: 'name',
    sites: 'login_uri',
  },
  {
    format: 'keepassxc-csv',
    mark: ['group', 'username'],
    code: 'totp',
    issuer: 'title',
    account: 'username',
    sites: 'url',
  },
  { format: 'csv-otpauth', mark: ['username'], code: 'otpauth', issuer: 'title', account: 'username', sites: 'url' },
  { format: 'csv-totp', mark: ['username'], code: 'totp', issuer: 'name', account: 'username', sites: 'url' },
  { format: 'csv-otpurl', mark: ['username'], code: 'otpurl', issuer: 'title', account: 'username', sites: 'url' },
];

/**
 * A table of logins with a column of codes: Bitwarden, KeePassXC, Apple Passwords and 1Password, LastPass and Proton
 * Pass, Dashlane. Rows may have more cells than the header.
 */
export const passwordManagerCsv: readonly Importer[] = FORMATS.map((columns) => ({
  format: columns.format,
  recognizes: ({ text = '', json }) => json === undefined && hasColumns(headerOf(text), columns),
  read: ({ text = '' }) => readRows(text, columns),
}));

/** A table of logins without such a column, as browsers write it. */
export const passwordsCsv: Importer = {
  format: 'csv',
  recognizes: ({ text = '', json }) => json === undefined && isPasswords(headerOf(text)),
  read() {
    throw new ImportRefusal('no-otp-data');
  },
};

function isPasswords(header: readonly string[]): boolean {
  return header.length > 2 && ['password', 'login_password'].some((name) => header.includes(name));
}

function hasColumns(header: readonly string[], { mark, code, issuer }: CsvColumns): boolean {
  return [...mark, code, issuer].every((name) => header.includes(name));
}

/** The first line: no program puts a line end into the name of a column. */
function headerOf(text: string): readonly string[] {
  const [header = []] = parseCsv(/^[^\r\n]*/.exec(text)?.[0] ?? '');
  return header.map((name) => name.trim().toLowerCase());
}

function readRows(text: string, { code, issuer, account, sites }: CsvColumns): ReturnType<typeof collectEntries> {
  const header = headerOf(text);
  const [, ...rows] = parseCsv(text);
  return collectEntries(
    rows.map((row) => {
      const cell = (name: string | undefined): string =>
        row[name === undefined ? -1 : header.indexOf(name)]?.trim() ?? '';
      const result = readOtpText(cell(code), { issuer: cell(issuer), account: cell(account) });
      return withSites(result, cell(sites).split(','));
    }),
  );
}
