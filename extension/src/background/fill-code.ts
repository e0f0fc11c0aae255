import { totpCode } from '@lifeguard/shared/otp';
import type { Answer } from '../border.ts';
import { decideFill } from '../fill/decide-fill.ts';
import { waitForFreshCode } from '../fill/fresh-code.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import type { FillAnswer } from '../messages/tab-api.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';
import type { Vault } from '../vault/vault.ts';
import { type CountDown, countDown, type CountDownPorts } from './count-down.ts';
import type { Clocks, SiteDocument } from './clocks.ts';
import type { Enrolments } from './enrolments.ts';
import { type Frames, orGone } from './frames.ts';
import type { GivenCodes } from './given-codes.ts';
import { dismissChooser, type OfferPorts } from './offer-inline.ts';
import type { Picks } from './picks.ts';
import type { Uses } from './uses.ts';
import type { Waits } from './waits.ts';
import { watchSignIn } from './watch-sign-in.ts';

export interface FillPorts extends CountDownPorts, Pick<OfferPorts, 'inlineOffers' | 'askInline'> {
  readonly vault: Pick<Vault, 'accounts'>;
  readonly frames: Frames;
  readonly givenCodes: GivenCodes;
  readonly picks: Pick<Picks, 'find'>;
  readonly clocks: Pick<Clocks, 'skewAt'>;
  readonly uses: Pick<Uses, 'note'>;
  readonly waits: Pick<Waits, 'begin'>;
  readonly enrolments: Pick<Enrolments, 'all' | 'begin'>;
}

/** Fills the code of an account into the page that a tab shows. */
export async function fillCode(
  { tabId, accountId }: { readonly tabId: number; readonly accountId: string },
  ports: FillPorts,
): Promise<FillAnswer> {
  const account = await findAccount(accountId, ports);
  if (account === 'locked' || account === undefined) return { ok: false, reason: account ?? 'no-account' };
  const frames = await ports.picks.find(tabId, await ports.frames.read(tabId), [account]);
  return fillFrames({ tabId, account, frames }, ports);
}

export interface FillInput {
  readonly tabId: number;
  readonly account: Account;
  readonly frames: readonly PageFrame[];
  /** Of the chooser, which goes where it is left out: asked while the next code is awaited, which may take long, and when it is about to go. */
  readonly isStillMeant?: () => Promise<boolean>;
}

/**
 * One code, made at that moment, goes to the one document that `decideFill` names. A document that has navigated away
 * in the meantime cannot get it.
 */
export async function fillFrames(
  { tabId, account, frames, isStillMeant }: FillInput,
  ports: FillPorts,
): Promise<FillAnswer> {
  const decision = decideFill(frames, account);
  if (!decision.ok) return decision;
  const { documentId, boxes, origin } = decision;
  if (isStillMeant === undefined) await dismissChooser(tabId, ports);
  const place = { tabId, documentId, origin };
  const awaited = await awaitFreshCode({ ...place, account, isStillMeant }, ports);
  // While the next code was awaited the user may have locked the vault, or changed or removed the account.
  const current = await findAccount(account.id, ports);
  if (current === 'locked' || current === undefined) return { ok: false, reason: current ?? 'no-account' };
  const stillBound = decideFill(frames, current);
  if (!stillBound.ok) return stillBound;
  if (!awaited.ok) return awaited;
  const text = await giveCode({ account: current, documentId, siteTime: awaited.siteTime }, ports);
  // Asked last, when the code is about to go.
  if ((await isStillMeant?.()) === false) return { ok: false, reason: 'gone' };
  const target = { tabId, documentId };
  await watchSignIn({ ...target, account: current, frames, field: boxes[0]! }, ports);
  const outcome = await orGone(ports.frames.ask(target, 'fillField', { boxes, text }));
  if (outcome === 'gone') return { ok: false, reason: 'gone' };
  if (!outcome.kept) return { ok: false, reason: outcome.reason };
  await ports.uses.note(current.id);
  if (!outcome.isTaken && current.submitsAt.includes(origin)) {
    // A page that leaves with its form has no time to answer.
    await orGone(ports.frames.ask(target, 'submitForm', { field: boxes[0]! }));
  }
  return { ok: true, by: outcome.by };
}

/**
 * The code of an account for a document: valid for a while yet, and not one that another document has got. Waits for the next
 * one if need be, until somebody cancels that. From here on the code counts as given.
 */
export async function freshCode(
  target: AwaitedCode,
  ports: CodePorts & WaitPorts,
): Promise<Answer<{ readonly code: string }, 'gone' | 'cancelled'>> {
  const awaited = await awaitFreshCode(target, ports);
  return awaited.ok ? { ok: true, code: await giveCode({ ...target, ...awaited }, ports) } : awaited;
}

type AwaitedCode = CodeTarget & Pick<CountDown, 'isStillMeant'>;

type WaitPorts = CountDownPorts & Pick<FillPorts, 'waits'>;

async function awaitFreshCode(
  { isStillMeant, ...target }: AwaitedCode,
  ports: CodePorts & WaitPorts,
): Promise<Answer<{ readonly siteTime: () => number }, 'gone' | 'cancelled'>> {
  const { tabId, account } = target;
  const siteTime = await siteTimeOf(target, ports);
  const millis = await waitAt(siteTime, target, ports);
  const wait = ports.waits.begin(tabId, { accountId: account.id, untilInMillis: ports.now() + millis });
  try {
    const isMeant = async () => !wait.isCancelled() && (isStillMeant === undefined || (await isStillMeant()));
    const isThere = await countDown({ tabId, millis, isStillMeant: isMeant }, ports);
    if (wait.isCancelled()) return { ok: false, reason: 'cancelled' };
    if (!isThere) return { ok: false, reason: 'gone' };
    return { ok: true, siteTime };
  } finally {
    wait.end();
  }
}

async function giveCode(
  { account, documentId, siteTime }: Pick<CodeTarget, 'account' | 'documentId'> & { readonly siteTime: () => number },
  { givenCodes }: Pick<CodePorts, 'givenCodes'>,
): Promise<string> {
  const { code, step } = totpCode(otpKeyOf(account), siteTime());
  await givenCodes.remember(account.id, { step, documentId });
  return code;
}

/** An account for a document. */
export interface CodeTarget extends SiteDocument {
  readonly account: Account;
}

type CodePorts = Pick<FillPorts, 'givenCodes' | 'clocks' | 'now'>;

/** How long a document waits for a code of the account, in milliseconds; 0 for not at all. */
export async function waitOf(target: CodeTarget, ports: CodePorts): Promise<number> {
  return waitAt(await siteTimeOf(target, ports), target, ports);
}

/** The clock of the site that will check the code. */
async function siteTimeOf(target: CodeTarget, { clocks, now }: CodePorts): Promise<() => number> {
  const skewInMillis = await clocks.skewAt(target);
  return () => now() + skewInMillis;
}

async function waitAt(
  now: () => number,
  { account, documentId }: CodeTarget,
  { givenCodes }: Pick<CodePorts, 'givenCodes'>,
): Promise<number> {
  const given = (await givenCodes.all())[account.id];
  const { step, validUntilInMillis } = totpCode(otpKeyOf(account), now());
  // The same document may have it again: it was not sent, or else there would be another document.
  const isSpent = given?.step === step && given.documentId !== documentId;
  return waitForFreshCode({ validUntilInMillis, isSpent }, now());
}

async function findAccount(id: string, { vault }: Pick<FillPorts, 'vault'>): Promise<Account | 'locked' | undefined> {
  const accounts = await vault.accounts();
  return accounts === undefined ? 'locked' : accounts.find((account) => account.id === id);
}
