import type { SetUpKey } from '../enrol/choose-setup-key.ts';
import { accountShown } from '../fill/choose-account.ts';
import { chooseCodeField } from '../fill/choose-code-field.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import { unseenOrigins } from '../fill/unseen-origins.ts';
import type { PageDescription } from '../messages/tab-api.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import { lookAlikeOf } from '../site/look-alike.ts';
import type { Account } from '../vault/account.ts';
import { offerNames } from '../vault/enrolment-names.ts';
import type { Vault } from '../vault/vault.ts';
import type { FailedFills } from './failed-fills.ts';
import { findRecovery } from './find-recovery.ts';
import { findSetUp } from './find-set-up.ts';
import type { Frames } from './frames.ts';
import type { HeldCodes } from './held-codes.ts';
import type { Picks } from './picks.ts';
import type { Waits } from './waits.ts';

export interface ReadPagePorts {
  readonly vault: Pick<Vault, 'accounts'>;
  readonly frames: Frames;
  readonly picks: Pick<Picks, 'find'>;
  readonly failedFills: Pick<FailedFills, 'take'>;
  readonly heldCodes: Pick<HeldCodes, 'find'>;
  readonly waits: Pick<Waits, 'in'>;
  /** Whether a site has accepted an account in the tab since its last navigation; true once. */
  readonly takeAccepted: (tabId: number) => Promise<boolean>;
  readonly decodeQr: (dataUrl: string) => Promise<readonly string[]>;
}

/** What the popup shows of a tab. Of a QR code it learns the names, never the secret. */
export async function readPage(
  tabId: number,
  frames: readonly PageFrame[],
  ports: ReadPagePorts,
): Promise<PageDescription> {
  const origin = topFrame(frames)?.origin;
  const accounts = (await ports.vault.accounts()) ?? [];
  const chosen = chooseCodeField(await ports.picks.find(tabId, frames, accounts));
  const frame = chosen.ok ? chosen.frame : topFrame(frames);
  const setUp = await findSetUp(tabId, frames, { frames: ports.frames, decodeQr: ports.decodeQr });
  const fieldOrigin = frame !== undefined && isFillableOrigin(frame.origin) ? frame.origin : undefined;
  return {
    origin: origin !== undefined && isFillableOrigin(origin) ? origin : undefined,
    codeField: chosen.ok ? 'totp' : chosen.reason,
    fieldOrigin,
    accountIds: frame === undefined ? [] : accountsAt(frame, accounts).map(({ id }) => id),
    unseenOrigins: unseenOrigins(frames),
    lookAlike: fieldOrigin === undefined ? undefined : lookAlikeOf(hostOf(fieldOrigin), hostsOf(accounts)),
    setUp: describeSetUp(setUp, { origin, accounts }),
    recovery: describeRecovery(await findRecovery(tabId, frames, { frames: ports.frames, setUp }), {
      top: topFrame(frames),
      accounts,
      held: origin === undefined ? [] : await ports.heldCodes.find(tabId, origin),
    }),
    failed: await ports.failedFills.take(tabId),
    wait: ports.waits.in(tabId),
    isAccepted: await ports.takeAccepted(tabId),
  };
}

/** The one that the document shows comes first, staged ones last. */
function accountsAt(frame: PageFrame, accounts: readonly Account[]): readonly Account[] {
  const bound = accounts.filter((account) => isBoundTo(account, frame.origin));
  const shown = accountShown(bound, frame);
  const rank = (account: Account): number => (account === shown ? 0 : account.state === 'active' ? 1 : 2);
  return bound.toSorted((one, other) => rank(one) - rank(other));
}

function hostsOf(accounts: readonly Account[]): readonly string[] {
  return accounts.flatMap(({ origins }) => origins.map(hostOf));
}

function hostOf(origin: string): string {
  return new URL(origin).hostname;
}

function describeSetUp(
  chosen: SetUpKey,
  { origin, accounts }: { readonly origin: string | undefined; readonly accounts: readonly Account[] },
): PageDescription['setUp'] {
  if (chosen.ok && origin !== undefined) return { ok: true, ...offerNames({ found: chosen.key, origin, accounts }) };
  if (chosen.ok) return undefined;
  // Most pictures are no QR codes, and most QR codes have nothing to do with codes.
  return chosen.reason === 'no-qr' || chosen.reason === 'no-otp-qr' ? undefined : chosen;
}

/** `undefined` where nothing is to be kept: no site of ours, no codes, or all of them are there. */
function describeRecovery(
  codes: readonly string[],
  {
    top,
    accounts,
    held,
  }: {
    readonly top: PageFrame | undefined;
    readonly accounts: readonly Account[];
    readonly held: readonly string[];
  },
): PageDescription['recovery'] {
  if (codes.length === 0 || top === undefined || !isFillableOrigin(top.origin)) return undefined;
  const bound = accounts.filter((account) => isBoundTo(account, top.origin));
  // Those that wait for an account are offered to the first one that is used here.
  const lists = bound.length === 0 ? [held] : bound.map(({ recoveryCodes }) => recoveryCodes.map(({ code }) => code));
  if (lists.some((kept) => codes.every((code) => kept.includes(code)))) return undefined;
  // Sites hand them out with the enrolment: where the page names nobody, the newest account is meant.
  const shown = accountShown(bound, top);
  const newest = bound.toSorted((one, other) => other.createdAtInMillis - one.createdAtInMillis);
  const ids = [...(shown === undefined ? [] : [shown]), ...newest].map(({ id }) => id);
  return { count: codes.length, accountIds: [...new Set(ids)] };
}
