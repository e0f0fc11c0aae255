import type { Answer } from '../border.ts';
import { accountShown } from '../fill/choose-account.ts';
import { decideFill } from '../fill/decide-fill.ts';
import { topFrame } from '../fill/page-frame.ts';
import { withFocusIn } from '../fill/inline-field.ts';
import type { ChooseAnswer, ChooserApi, ChooserSetUpAnswer, ChooserView } from '../chooser-api.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import { offerNames } from '../vault/enrolment-names.ts';
import type { ChooserSender } from './dispatch.ts';
import { fillFrames, type FillPorts, waitOf } from './fill-code.ts';
import { findSetUp } from './find-set-up.ts';
import { refusedIfGone } from './frames.ts';
import type { InlineOffer } from './inline-offers.ts';
import { offersSetUp, type OfferPorts } from './offer-inline.ts';
import { setUpHere, type SetUpPorts } from './set-up-here.ts';

type ChooserPorts = FillPorts &
  SetUpPorts &
  Pick<OfferPorts, 'inlineOffers' | 'inlineSites' | 'askInline'> & {
    readonly onFilled: () => Promise<void>;
    /** Rejects where only the user may. */
    readonly openPopup: () => Promise<void>;
  };

type ChooserHandlers = {
  readonly [Name in keyof ChooserApi]: (
    input: Parameters<ChooserApi[Name]>[0],
    chooser: ChooserSender,
  ) => ReturnType<ChooserApi[Name]>;
};

/**
 * Answers to the chooser in a web page, which the page may have put anywhere: it gets names and never a code. A choice counts when the
 * document that the chooser was made for vouches that the user saw it, and goes to the field of that document alone.
 */
export function chooserRequests(ports: ChooserPorts): ChooserHandlers {
  const { inlineOffers } = ports;
  return {
    async openChooser({ challenge }, chooser) {
      const offer = await inlineOffers.open(challenge, chooser);
      return offer && viewOf(offer, chooser, ports);
    },
    async viewChooser(_nothing, chooser) {
      const offer = await inlineOffers.of(chooser);
      return offer && viewOf(offer, chooser, ports);
    },
    async codeReadyAt({ accountId }, chooser) {
      const offer = await inlineOffers.of(chooser);
      const account = (await ports.vault.accounts())?.find(({ id }) => id === accountId);
      if (offer === undefined || account === undefined || !isBoundTo(account, offer.origin)) return undefined;
      return ports.now() + (await waitOf({ account, tabId: chooser.tabId, ...offer }, ports));
    },
    async openPopup(_nothing, chooser) {
      if ((await inlineOffers.of(chooser)) === undefined) return false;
      return ports.openPopup().then(
        () => true,
        () => false,
      );
    },
    chooseAccount: ({ accountId }, chooser) =>
      answerChoice(chooser, (choice) => fillOffered(choice, accountId, ports), ports),
    setUpAtField: (_nothing, chooser) => answerChoice(chooser, (choice) => setUpOffered(choice, ports), ports),
  };
}

/** The offer that the user has chosen from. */
interface Choice {
  readonly tabId: number;
  readonly offer: InlineOffer;
  /** The user may have sent the chooser away, or the page, while the next code was awaited. */
  readonly isStillMeant: () => Promise<boolean>;
}

type Work<Reason extends string> = (choice: Choice) => Promise<Answer<object, Reason>>;

/** One choice at a time; an offer whose field got nothing is there to be chosen from again. */
async function answerChoice<Reason extends string>(
  chooser: ChooserSender,
  work: Work<Reason>,
  ports: ChooserPorts,
): Promise<Answer<object, Reason | 'gone' | 'not-clear'>> {
  const { inlineOffers, onFilled } = ports;
  const offer = await inlineOffers.take(chooser);
  if (offer === undefined) return { ok: false, reason: 'gone' };
  let isFilled = false;
  try {
    const answer = await refusedIfGone(whileVouched(offer, { tabId: chooser.tabId, work }, ports));
    isFilled = answer.ok;
    if (isFilled) {
      await inlineOffers.end(chooser.tabId);
      await onFilled();
    }
    return answer;
  } finally {
    if (!isFilled) await inlineOffers.giveBack(chooser);
  }
}

/** Begins only where the document vouches that the user has seen what was chosen. @throws DocumentGoneError */
async function whileVouched<Reason extends string>(
  offer: InlineOffer,
  { tabId, work }: { readonly tabId: number; readonly work: Work<Reason> },
  ports: ChooserPorts,
): Promise<Answer<object, Reason | 'not-clear'>> {
  const vouch = (isSeen: boolean) => vouchFor(offer, { tabId, isSeen }, ports);
  if (!(await vouch(true))) return { ok: false, reason: 'not-clear' };
  return work({ tabId, offer, isStillMeant: () => vouch(false) });
}

async function viewOf(
  { origin, documentId, wants }: InlineOffer,
  { tabId }: ChooserSender,
  { vault, frames, inlineSites, decodeQr }: ChooserPorts,
): Promise<ChooserView | undefined> {
  if (!(await inlineSites.has(origin))) return undefined;
  if (wants !== 'totp') return { state: 'wanted', origin, reason: wants };
  const accounts = await vault.accounts();
  if (accounts === undefined) return { state: 'locked', origin };
  const read = await frames.read(tabId, 'likely');
  // The codes of other accounts are worth nothing there.
  const setUp = offersSetUp(read) ? await findSetUp(tabId, read, { frames, decodeQr }) : undefined;
  if (setUp?.ok === true) {
    const { issuer, account } = offerNames({ found: setUp.key, origin, accounts });
    return { state: 'set-up', origin, issuer, account };
  }
  const bound = accounts.filter((account) => isBoundTo(account, origin));
  const top = topFrame(read);
  const shown = top?.documentId === documentId ? accountShown(bound, top) : undefined;
  const sorted = bound.toSorted((one, other) => Number(other === shown) - Number(one === shown));
  return {
    state: 'accounts',
    origin,
    accounts: sorted.map(({ id, issuer, account }) => ({ id, issuer, account })),
  };
}

async function fillOffered(
  { tabId, offer, isStillMeant }: Choice,
  accountId: string,
  ports: ChooserPorts,
): Promise<ChooseAnswer> {
  const { documentId, boxes, origin } = offer;
  const accounts = await ports.vault.accounts();
  const account = accounts?.find(({ id }) => id === accountId);
  if (account === undefined) return { ok: false, reason: accounts === undefined ? 'locked' : 'no-account' };
  const read = await ports.picks.find(tabId, await ports.frames.read(tabId, 'likely'), [account]);
  const frames = withFocusIn(read, { documentId, field: boxes[0] });
  const decision = decideFill(frames, account);
  if (!decision.ok) return decision;
  const isOffered = decision.documentId === documentId && decision.origin === origin && decision.boxes[0] === boxes[0];
  if (!isOffered) return { ok: false, reason: 'gone' };
  return fillFrames({ tabId, account, frames, isStillMeant }, ports);
}

/** As in the popup, but for the field that was offered alone, and under the names that the page gives: there is no place to type others. */
async function setUpOffered({ tabId, offer, isStillMeant }: Choice, ports: ChooserPorts): Promise<ChooserSetUpAnswer> {
  const at = { documentId: offer.documentId, field: offer.boxes[0] ?? -1 };
  const answer = await setUpHere({ tabId, at, isStillMeant }, ports);
  if (!answer.ok) return answer;
  return answer.filled ? { ok: true } : { ok: false, reason: 'not-kept' };
}

async function vouchFor(
  { challenge, documentId, origin }: InlineOffer,
  { tabId, isSeen }: { readonly tabId: number; readonly isSeen: boolean },
  { inlineSites, askInline }: ChooserPorts,
): Promise<boolean> {
  return (await inlineSites.has(origin)) && askInline({ tabId, documentId }, 'vouchForChooser', { challenge, isSeen });
}
