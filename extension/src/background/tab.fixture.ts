import type { SetUpTexts } from '../content-api.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import type { Account } from '../vault/account.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { unlockedWorld } from '../vault/vault.fixture.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { openWaits } from './waits.ts';
import { openUses, type UsesByAccount } from './uses.ts';
import { type EnrolmentsByTab, openEnrolments } from './enrolments.ts';
import { type FailedFillsByTab, openFailedFills } from './failed-fills.ts';
import type { Frames } from './frames.ts';
import { type HeldCodesByTab, openHeldCodes } from './held-codes.ts';
import { type InlineOffersByTab, openInlineOffers } from './inline-offers.ts';
import type { AskInline } from './offer-inline.ts';
import { openPicks, type PicksByTab } from './picks.ts';
import { type GivenCodesByAccount, openGivenCodes } from './given-codes.ts';

export interface TabWorld {
  readonly accounts?: readonly Account[];
  readonly frames?: readonly PageFrame[];
  /** What `collectPictures` gives. */
  readonly pictures?: readonly string[];
  /** What `collectTexts` gives. */
  readonly texts?: SetUpTexts;
}

/** An unlocked vault, and a tab that shows these frames and remembers what its documents were sent. */
export async function tabWorld({
  accounts = [],
  frames = [],
  pictures = [],
  texts = { links: [], keys: [] },
}: TabWorld) {
  const { vault, clock, session } = await unlockedWorld(...accounts);
  const sent: object[] = [];
  const shownSeconds: (number | undefined)[] = [];
  const answers: Record<string, unknown> = {
    fillField: { kept: true, by: 'value' },
    collectPictures: pictures,
    collectTexts: texts,
  };
  const tab = {
    shown: frames,
    read: async () => tab.shown,
    async ask({ documentId }: { documentId: string }, name: string, input?: object) {
      sent.push({ documentId, name, ...input });
      return answers[name];
    },
    accept: async () => {},
  };
  const tabFrames = tab as unknown as Frames;
  const ports = {
    vault,
    frames: tabFrames,
    picks: openPicks({
      item: storageItem<PicksByTab>({ area: session, key: 'picks', fallback: {} }),
      vault,
      frames: tabFrames,
    }),
    givenCodes: openGivenCodes({
      item: storageItem<GivenCodesByAccount>({ area: session, key: 'givenCodes', fallback: {} }),
      queue: serialQueue(),
    }),
    enrolments: openEnrolments({
      item: storageItem<EnrolmentsByTab>({ area: session, key: 'enrolments', fallback: {} }),
      queue: serialQueue(),
      commit: (id, begunElsewhere) =>
        vault.update((held) => commitAccount(held, id, { begunElsewhere, nowInMillis: clock.now })),
    }),
    heldCodes: openHeldCodes({
      item: storageItem<HeldCodesByTab>({ area: session, key: 'heldCodes', fallback: {} }),
      queue: serialQueue(),
    }),
    inlineOffers: openInlineOffers({
      item: storageItem<InlineOffersByTab>({ area: session, key: 'inlineOffers', fallback: {} }),
      queue: serialQueue(),
    }),
    askInline: (async () => undefined) as unknown as AskInline,
    // Unless a test says something else, no clock is wrong.
    clocks: { skewAt: async () => 0, measure: async () => 0, skews: async () => ({}) },
    uses: openUses({
      item: storageItem<UsesByAccount>({ area: session, key: 'uses', fallback: {} }),
      queue: serialQueue(),
      now: () => clock.now,
    }),
    waits: openWaits(),
    now: () => clock.now,
    failedFills: openFailedFills(storageItem<FailedFillsByTab>({ area: session, key: 'failedFills', fallback: {} })),
    takeAccepted: async () => false,
    async showSeconds(_tabId: number, seconds: number | undefined) {
      shownSeconds.push(seconds);
    },
    async sleep(millis: number) {
      clock.now += millis;
    },
  };
  return { ports, tab, vault, clock, session, sent, answers, shownSeconds };
}
