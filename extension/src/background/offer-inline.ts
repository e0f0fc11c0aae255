import { hasEnrolmentForm } from '../detect/enrolment-form.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import { inlineField } from '../fill/inline-field.ts';
import type { InlineApi } from '../content-api.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import type { Vault } from '../vault/vault.ts';
import type { ContentSender } from './dispatch.ts';
import { type Frames, orGone } from './frames.ts';
import type { InlineOffers } from './inline-offers.ts';
import type { InlineSites } from './inline-sites.ts';
import type { Picks } from './picks.ts';

export interface OfferPorts {
  readonly vault: Pick<Vault, 'accounts'>;
  readonly frames: Frames;
  readonly picks: Pick<Picks, 'find'>;
  readonly inlineSites: Pick<InlineSites, 'has'>;
  readonly inlineOffers: InlineOffers;
  readonly askInline: AskInline;
  readonly randomId: () => string;
}

/** Asks the script of one document that shows the chooser. @throws DocumentGoneError when the document is no longer there */
export type AskInline = <Name extends keyof InlineApi>(
  target: { readonly tabId: number; readonly documentId: string },
  name: Name,
  ...input: Parameters<InlineApi[Name]>
) => ReturnType<InlineApi[Name]>;

/** Lets a document show a chooser at its code field, hide it, or leave it as it is, after it has told that its fields have changed. */
export async function offerInline(report: unknown, sender: ContentSender, ports: OfferPorts): Promise<void> {
  const { tabId, frameId, documentId, origin } = sender;
  if (frameId !== 0 || !(await ports.inlineSites.has(origin))) return;
  const { shownAt } = report as { shownAt?: unknown };
  const accounts = await ports.vault.accounts();
  const frames = await ports.picks.find(tabId, await ports.frames.read(tabId, 'likely'), accounts ?? []);
  const isForSomebody = accounts?.some((account) => isBoundTo(account, origin)) ?? true;
  if (!isForSomebody && !offersSetUp(frames)) return;
  const found = inlineField(frames);
  if (found?.frame.documentId !== documentId) {
    if (shownAt !== undefined) await ports.askInline(sender, 'hideChooser');
    return;
  }
  const { boxes, wants } = found;
  const before = await ports.inlineOffers.in(tabId);
  const isSame = before?.documentId === documentId && before.wants === wants && shownAt === boxes[0];
  if (isSame && before.boxes.join() === boxes.join()) return;
  const challenge = ports.randomId();
  await ports.inlineOffers.make(sender, { challenge, boxes, wants });
  await ports.askInline(sender, 'showChooser', { challenge, boxes });
}

/** Whether the page sets up an authenticator, as far as its form tells. */
export function offersSetUp(frames: readonly PageFrame[]): boolean {
  const top = topFrame(frames);
  return top !== undefined && hasEnrolmentForm(top.signals);
}

/** The chooser of a tab would stand where the page's own button may be, though its field gets a code in another way. */
export async function dismissChooser(
  tabId: number,
  { inlineOffers, askInline }: Pick<OfferPorts, 'inlineOffers' | 'askInline'>,
): Promise<void> {
  const offer = await inlineOffers.in(tabId);
  if (offer === undefined) return;
  await inlineOffers.end(tabId);
  await orGone(askInline({ tabId, documentId: offer.documentId }, 'dismissChooser'));
}

/** Lets the choosers look again at what there is to show. */
export async function refreshChoosers({
  inlineOffers,
  askInline,
}: Pick<OfferPorts, 'inlineOffers' | 'askInline'>): Promise<void> {
  const offers = Object.entries(await inlineOffers.all());
  // Some of the pages may be gone.
  await Promise.allSettled(
    offers.map(([tabId, { documentId }]) => askInline({ tabId: Number(tabId), documentId }, 'refreshChooser')),
  );
}
