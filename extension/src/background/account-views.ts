import { totpCode } from '@lifeguard/shared/otp';
import type { AccountDescription, AccountViewsApi, FinishedCode } from '../messages/account-views-api.ts';
import { domainsOf } from '../site/registrable-domain.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';
import { type AccountSearch, searchAccounts } from '../vault/search-accounts.ts';
import type { Vault } from '../vault/vault.ts';
import type { Clocks } from './clocks.ts';
import type { Enrolments } from './enrolments.ts';
import type { GivenCode, GivenCodes } from './given-codes.ts';
import type { Uses } from './uses.ts';

export interface ViewPorts {
  readonly vault: Pick<Vault, 'accounts'>;
  readonly enrolments: Pick<Enrolments, 'all'>;
  readonly givenCodes: Pick<GivenCodes, 'all'>;
  readonly clocks: Pick<Clocks, 'skews'>;
  readonly uses: Pick<Uses, 'all'>;
  /** That of the browser, as BCP 47 has it. */
  readonly language: () => string;
  readonly now: () => number;
}

/** What pages show of accounts. No answer holds a secret. */
export function accountViews({
  vault,
  enrolments,
  givenCodes,
  clocks,
  uses,
  language,
  now,
}: ViewPorts): AccountViewsApi {
  async function describeAll(accounts: readonly Account[]): Promise<readonly AccountDescription[]> {
    const [running, used] = await Promise.all([enrolments.all(), uses.all()]);
    const phases = new Map(Object.values(running).map(({ accountId, phase }) => [accountId, phase]));
    return accounts.map((account) =>
      describe(account, { enrolment: phases.get(account.id), lastUsedAtInMillis: used[account.id] }),
    );
  }

  /** Ten thousand accounts are sorted once and not with every key. */
  let sorted:
    | { readonly accounts: readonly Account[]; readonly used: string; readonly search: AccountSearch }
    | undefined;
  async function searchOf(accounts: readonly Account[]): Promise<AccountSearch> {
    const usedAtInMillis = await uses.all();
    const used = JSON.stringify(usedAtInMillis);
    if (sorted?.accounts !== accounts || sorted.used !== used) {
      sorted = { accounts, used, search: searchAccounts(accounts, { usedAtInMillis, language: language() }) };
    }
    return sorted.search;
  }

  return {
    async listAccounts(input) {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      const listed =
        input === undefined ? accounts : input.ids.flatMap((id) => accounts.filter((account) => account.id === id));
      return { ok: true, accounts: await describeAll(listed), total: accounts.length };
    },

    async findAccounts({ query, tag, without = [], limit }) {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      const found = (await searchOf(accounts))
        .find(query)
        .filter(({ id, tags }) => !without.includes(id) && (tag === undefined || tags.includes(tag)));
      const tags = [...new Set(accounts.flatMap((account) => account.tags))].toSorted((one, other) =>
        one.localeCompare(other),
      );
      return { ok: true, accounts: await describeAll(found.slice(0, limit)), found: found.length, tags };
    },

    async readCodes({ ids }) {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      const [given, skews] = await Promise.all([givenCodes.all(), clocks.skews()]);
      const moment = now();
      const wanted = new Set(ids);
      const codes = accounts.flatMap((account) => {
        if (!wanted.has(account.id)) return [];
        const skewInMillis = account.origins.map((origin) => skews[origin] ?? 0).find((skew) => skew !== 0) ?? 0;
        return [[account.id, codeOf(account, { moment, skewInMillis, given: given[account.id] })]];
      });
      return { ok: true, codes: Object.fromEntries(codes) };
    },
  };
}

function describe(
  account: Account,
  now: Pick<AccountDescription, 'enrolment' | 'lastUsedAtInMillis'>,
): AccountDescription {
  return {
    ...shownAsItIs(account),
    domains: domainsOf(account.origins),
    fieldsAt: account.fields.map(({ origin }) => origin),
    pool: account.pool?.issuer,
    recoveryCodes: account.recoveryCodes.length,
    keysReplacedAtInMillis: account.formerKeys.map(({ replacedAtInMillis }) => replacedAtInMillis),
    ...now,
  };
}

const SHOWN_AS_IT_IS = [
  'id',
  'issuer',
  'account',
  'digits',
  'periodInSeconds',
  'origins',
  'coveredDomains',
  'submitsAt',
  'tags',
  'state',
] as const satisfies readonly (keyof Account & keyof AccountDescription)[];

type ShownAsItIs = Pick<Account, (typeof SHOWN_AS_IT_IS)[number]>;

/** By name, so that what an account gets later is not shown by itself. */
function shownAsItIs(account: Account): ShownAsItIs {
  return Object.fromEntries(SHOWN_AS_IT_IS.map((key) => [key, account[key]])) as ShownAsItIs;
}

interface CodeMoment {
  /** By this device's clock. */
  readonly moment: number;
  /** How far the site's clock is ahead. */
  readonly skewInMillis: number;
  readonly given: GivenCode | undefined;
}

function codeOf(account: Account, { moment, skewInMillis, given }: CodeMoment): FinishedCode {
  const key = otpKeyOf(account);
  const { code, step, validUntilInMillis } = totpCode(key, moment + skewInMillis);
  const { code: nextCode } = totpCode(key, validUntilInMillis);
  return { code, nextCode, validUntilInMillis: validUntilInMillis - skewInMillis, isSpent: given?.step === step };
}
