import { parseOtpauthUri, parseSecretBase32, totpCode, type OtpKey } from '@lifeguard/shared/otp';
import type { AccountDescription, AddAnswer, FinishedCode, PageApi } from '../messages.ts';
import type { Answer } from '../border.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import { domainParts } from '../site/registrable-domain.ts';
import { type Account, newAccount, otpKeyOf } from '../vault/account.ts';
import { type AccountSearch, searchAccounts } from '../vault/search-accounts.ts';
import { commitAccount } from '../vault/stage-account.ts';
import type { ChangeAccounts, Vault } from '../vault/vault.ts';
import type { Clocks } from './clocks.ts';
import type { Enrolments } from './enrolments.ts';
import type { GivenCode, GivenCodes } from './given-codes.ts';
import type { Uses } from './uses.ts';

type AccountRequests = Pick<
  PageApi,
  | 'listAccounts'
  | 'findAccounts'
  | 'readCodes'
  | 'addAccountByUri'
  | 'addAccountByHand'
  | 'editAccount'
  | 'noteUse'
  | 'removeAccount'
  | 'keepAccount'
  | 'bindOrigin'
  | 'unbindOrigin'
  | 'coverDomains'
  | 'allowFrame'
  | 'forgetField'
  | 'submitAt'
>;

export interface AccountPorts {
  readonly vault: Vault;
  readonly enrolments: Enrolments;
  readonly givenCodes: Pick<GivenCodes, 'all'>;
  readonly clocks: Pick<Clocks, 'skews'>;
  readonly uses: Uses;
  /** That of the browser, as BCP 47 has it. */
  readonly language: () => string;
  readonly now: () => number;
  readonly randomId: () => string;
}

/** Answers to the pages about accounts. No answer holds a secret. */
export function accountRequests({
  vault,
  enrolments,
  givenCodes,
  clocks,
  uses,
  language,
  now,
  randomId,
}: AccountPorts): AccountRequests {
  async function update(change: ChangeAccounts, options?: { removes: boolean }): Promise<Answer<object, 'locked'>> {
    return (await vault.update(change, options)) ? { ok: true } : { ok: false, reason: 'locked' };
  }

  function edit(id: string, changes: (account: Account) => Partial<Account>): Promise<Answer<object, 'locked'>> {
    return update((accounts) =>
      accounts.map((account) => (account.id === id ? { ...account, ...changes(account) } : account)),
    );
  }

  async function add(key: OtpKey): Promise<AddAnswer> {
    if (key.type === 'hotp') return { ok: false, reason: 'hotp' };
    const added = newAccount(randomId(), { key, origins: [], state: 'active', createdAtInMillis: now() });
    let isNew = true;
    const wasUnlocked = await vault.update((accounts) => {
      isNew = !accounts.some((account) => isSameKey(account, added));
      return isNew ? [...accounts, added] : accounts;
    });
    if (!wasUnlocked) return { ok: false, reason: 'locked' };
    return isNew ? { ok: true, id: added.id } : { ok: false, reason: 'already-there' };
  }

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

    async addAccountByUri({ uri }) {
      const parsed = parseOtpauthUri(uri);
      return parsed.ok ? add(parsed.key) : { ok: false, reason: parsed.error };
    },

    async addAccountByHand({ secret, issuer, account, ...rest }) {
      const names = { issuer: issuer.trim(), account: account.trim() };
      if (names.issuer === '' && names.account === '') return { ok: false, reason: 'no-name' };
      const parsed = parseSecretBase32(secret);
      if (!parsed.ok) return { ok: false, reason: parsed.error };
      return add({ ...rest, ...names, type: 'totp', secretBase32: parsed.secretBase32, counter: 0 });
    },

    editAccount: ({ id, issuer, account, tags }) =>
      edit(id, () => ({
        issuer: issuer.trim(),
        account: account.trim(),
        tags: [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
      })),

    noteUse: ({ id }) => uses.note(id),

    async removeAccount({ id }) {
      await enrolments.end({ accountId: id });
      const answer = await update((accounts) => accounts.filter((account) => account.id !== id), { removes: true });
      if (answer.ok) await uses.keepOnly(((await vault.accounts()) ?? []).map((account) => account.id));
      return answer;
    },

    async keepAccount({ id }) {
      await enrolments.end({ accountId: id });
      return update((accounts) => commitAccount(accounts, id));
    },

    async bindOrigin({ id, origin }) {
      if (!isFillableOrigin(origin)) return { ok: false, reason: 'insecure-origin' };
      return edit(id, ({ origins }) => ({ origins: [...new Set([...origins, origin])] }));
    },

    unbindOrigin: ({ id, origin }) =>
      edit(id, ({ origins, frames, submitsAt, fields }) => ({
        origins: origins.filter((bound) => bound !== origin),
        frames: frames.filter((frame) => frame.origin !== origin),
        submitsAt: submitsAt.filter((site) => site !== origin),
        fields: fields.filter((field) => field.origin !== origin),
      })),

    coverDomains: ({ id, covers }) => edit(id, () => ({ coversDomains: covers })),

    forgetField: ({ id, origin }) =>
      edit(id, ({ fields }) => ({ fields: fields.filter((field) => field.origin !== origin) })),

    async allowFrame({ id, origin, within }) {
      if (!isFillableOrigin(origin) || !isFillableOrigin(within)) return { ok: false, reason: 'insecure-origin' };
      return edit(id, ({ frames }) => ({
        frames: [...frames.filter((frame) => frame.origin !== origin || frame.within !== within), { origin, within }],
      }));
    },

    submitAt: ({ id, origin, submits }) =>
      edit(id, ({ submitsAt }) => {
        const others = submitsAt.filter((site) => site !== origin);
        return { submitsAt: submits ? [...others, origin] : others };
      }),
  };
}

function describe(
  account: Account,
  now: Pick<AccountDescription, 'enrolment' | 'lastUsedAtInMillis'>,
): AccountDescription {
  const {
    id,
    issuer,
    account: name,
    digits,
    periodInSeconds,
    origins,
    coversDomains,
    submitsAt,
    fields,
    tags,
    state,
  } = account;
  const domains = [...new Set(origins.map((origin) => domainParts(new URL(origin).hostname)?.domain))];
  return {
    id,
    issuer,
    account: name,
    digits,
    periodInSeconds,
    origins,
    domains: domains.filter((domain) => domain !== undefined),
    coversDomains,
    submitsAt,
    fieldsAt: fields.map(({ origin }) => origin),
    tags,
    state,
    ...now,
  };
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

function isSameKey(one: Account, other: Account): boolean {
  return one.secretBase32 === other.secretBase32 && one.issuer === other.issuer && one.account === other.account;
}
