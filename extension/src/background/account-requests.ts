import { parseOtpauthUri, type OtpKey } from '@lifeguard/shared/otp';
import { type AccountNames, typedNames } from '../account-name.ts';
import type { AccountsApi, AddAnswer } from '../messages/accounts-api.ts';
import type { Answer } from '../border.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import { domainOf, domainsOf } from '../site/registrable-domain.ts';
import { type Account, isSameNames, namesAtSite, newAccount } from '../vault/account.ts';
import { withFormerKey } from '../vault/former-keys.ts';
import { commitAccount } from '../vault/stage-account.ts';
import type { ChangeAccounts, Vault } from '../vault/vault.ts';
import type { Enrolments } from './enrolments.ts';
import { typedKey } from './typed-key.ts';
import type { Uses } from './uses.ts';

export interface AccountPorts {
  readonly vault: Vault;
  readonly enrolments: Pick<Enrolments, 'end' | 'begunElsewhere'>;
  readonly uses: Pick<Uses, 'note' | 'keepOnly'>;
  readonly now: () => number;
  readonly randomId: () => string;
}

/** Answers to the pages that change accounts. */
export function accountRequests({ vault, enrolments, uses, now, randomId }: AccountPorts): AccountsApi {
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

  return {
    async addAccountByUri({ uri }) {
      const parsed = parseOtpauthUri(uri);
      return parsed.ok ? add(parsed.key) : { ok: false, reason: parsed.error };
    },

    async addAccountByHand(typed) {
      const read = typedKey(typed);
      return read.ok ? add(read.key) : read;
    },

    editAccount: ({ id, tags, ...names }) =>
      edit(id, (account) => ({
        ...renamed(account, typedNames(names)),
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
      const begunElsewhere = await enrolments.begunElsewhere(undefined);
      return update((accounts) => commitAccount(accounts, id, { begunElsewhere, nowInMillis: now() }));
    },

    useFormerKey({ id, replacedAtInMillis }) {
      const turnBack = { replacedAtInMillis, nowInMillis: now(), newId: randomId() };
      return update((accounts) =>
        accounts.map((account) => (account.id === id ? withFormerKey(account, turnBack) : account)),
      );
    },

    async bindOrigin({ id, origin }) {
      if (!isFillableOrigin(origin)) return { ok: false, reason: 'insecure-origin' };
      return edit(id, ({ origins }) => ({ origins: [...new Set([...origins, origin])] }));
    },

    async unbindOrigin({ id, origin }) {
      let coveredBy: string | undefined;
      const answer = await edit(id, (account) => {
        const rest = withoutSite(account, origin);
        coveredBy = isBoundTo(rest, origin) ? domainOf(origin) : undefined;
        return rest;
      });
      return answer.ok ? { ok: true, coveredBy } : answer;
    },

    coverDomain: ({ id, domain, covers }) =>
      edit(id, ({ origins, coveredDomains }) => {
        const others = coveredDomains.filter((covered) => covered !== domain);
        return { coveredDomains: covers && domainsOf(origins).includes(domain) ? [...others, domain] : others };
      }),

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

/** Of a domain nothing is covered any more when its last site goes: another one that comes later is asked about anew. */
function withoutSite({ frames, submitsAt, fields, ...account }: Account, origin: string): Account {
  const origins = account.origins.filter((bound) => bound !== origin);
  const domains = domainsOf(origins);
  return {
    ...account,
    origins,
    coveredDomains: account.coveredDomains.filter((domain) => domains.includes(domain)),
    frames: frames.filter((frame) => frame.origin !== origin),
    submitsAt: submitsAt.filter((site) => site !== origin),
    fields: fields.filter((field) => field.origin !== origin),
  };
}

/**
 * An account that a site may enrol anew keeps the site's names beside those of the user. Where the site has named nobody, the user's first
 * name for it stands in: the next account without a name is another one.
 */
function renamed(account: Account, names: AccountNames): Partial<Account> {
  if (account.origins.length === 0 || isSameNames(account, names)) return names;
  const known = namesAtSite(account);
  return { ...names, foundAs: { issuer: known.issuer, account: known.account || names.account } };
}

function isSameKey(one: Account, other: Account): boolean {
  return one.secretBase32 === other.secretBase32 && one.issuer === other.issuer && one.account === other.account;
}
