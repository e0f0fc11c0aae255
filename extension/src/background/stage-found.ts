import type { OtpKey } from '@lifeguard/shared/otp';
import type { AccountNames } from '../account-name.ts';
import type { Answer } from '../border.ts';
import { type Account, newAccount } from '../vault/account.ts';
import { namesToKnowBy, offerNames } from '../vault/enrolment-names.ts';
import { stageAccount } from '../vault/stage-account.ts';
import type { Vault } from '../vault/vault.ts';
import type { Enrolments } from './enrolments.ts';
import type { HeldCodes } from './held-codes.ts';

export interface StagePorts {
  readonly vault: Pick<Vault, 'update'>;
  readonly heldCodes: Pick<HeldCodes, 'find' | 'end'>;
  readonly enrolments: Pick<Enrolments, 'begunElsewhere'>;
  readonly now: () => number;
  readonly randomId: () => string;
}

interface FoundAccount {
  readonly tabId: number;
  readonly key: OtpKey;
  /** What the user calls it, as far as anybody was asked. */
  readonly names: Partial<AccountNames>;
  readonly origin: string;
  readonly deviceName: string;
}

/**
 * Puts the account that a page offers into the vault: staged, bound to the page's origin, and with the recovery codes that the tab has
 * waited with. Where neither page nor user names anybody nothing is kept: only a name tells this account from that of somebody else.
 */
export async function stageFound(
  { tabId, key, names, origin, deviceName }: FoundAccount,
  { vault, heldCodes, enrolments, randomId, now }: StagePorts,
): Promise<Answer<{ readonly account: Account }, 'locked' | 'no-name'>> {
  const id = randomId();
  const held = await heldCodes.find(tabId, origin);
  const found = { issuer: key.issuer, account: key.account };
  const begunElsewhere = await enrolments.begunElsewhere(tabId);
  let kept: Account | undefined;
  const wasUnlocked = await vault.update((accounts) => {
    const place = { found, origin, accounts };
    const { issuer, account } = { ...offerNames(place), ...names };
    if (account === '') return accounts;
    const fresh = newAccount(id, {
      key: { ...key, issuer, account },
      foundAs: namesToKnowBy(place, { issuer, account }),
      origins: [origin],
      deviceName,
      recoveryCodes: held.map((code) => ({ code, isUsed: false })),
      state: 'staged',
      createdAtInMillis: now(),
    });
    const result = stageAccount(accounts, fresh, { begunElsewhere });
    kept = result.accounts.find((one) => one.id === result.id);
    return result.accounts;
  });
  if (!wasUnlocked) return { ok: false, reason: 'locked' };
  if (kept === undefined) return { ok: false, reason: 'no-name' };
  if (held.length > 0) await heldCodes.end(tabId);
  return { ok: true, account: kept };
}
