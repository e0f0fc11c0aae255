import type { PageFrame } from './page-frame.ts';

/** What may name an account on a page. */
export interface NamedAccount {
  /** The name of the user. */
  readonly account: string;
  /** The site's name for that user, where it is another. */
  readonly foundAs?: { readonly account: string };
  /** The name of the device that the site was given. */
  readonly deviceName: string;
}

/** The one account whose user name or device name a document shows; `undefined` when none is shown, or several are. */
export function accountShown<T extends NamedAccount>(
  accounts: readonly T[],
  { signals }: Pick<PageFrame, 'signals'>,
): T | undefined {
  const text = plain(signals.shown);
  const shown = accounts.filter((one) =>
    [userName(one), one.account, one.deviceName].some((name) => stands(name, text)),
  );
  // A name within another, such as `anna` in `anna@example.org`, says less than the whole one.
  const longest = shown.filter((one) => !shown.some((other) => other !== one && isWithin(one, other)));
  return longest.length === 1 ? longest[0] : undefined;
}

function isWithin(one: NamedAccount, other: NamedAccount): boolean {
  const [name, longer] = [plain(userName(one)), plain(userName(other))];
  return name !== longer && longer.includes(name);
}

function userName({ account, foundAs }: NamedAccount): string {
  return foundAs?.account || account;
}

/** As a word of its own, so that `ann` does not stand in `planning`. */
function stands(name: string, text: string): boolean {
  const word = plain(name);
  if (word === '') return false;
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const around = [text[start - 1] ?? ' ', text[start + word.length] ?? ' '];
    if (around.every((character) => !/[\p{L}\p{N}]/u.test(character))) return true;
  }
  return false;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
