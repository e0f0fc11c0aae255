import { browser } from '../browser.ts';
import { decodeQr } from '../qr/decode-qr.ts';
import type { PageExplanation } from '../fill/explain-page.ts';
import { poolHttp } from '../pool/pool-http.ts';
import { serialQueue } from '../serial-queue.ts';
import { settingsItem } from '../settings.ts';
import { storageItem } from '../storage-item.ts';
import { sessionKey } from '../vault/session-key.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { openVault } from '../vault/vault.ts';
import { vaultStore } from '../vault/vault-store.ts';
import type { BackupRecord } from './backup-requests.ts';
import { freeBytes } from './free-bytes.ts';
import { randomBatchId, randomId } from './ids.ts';
import { NO_IMPORT } from './import-requests.ts';
import { openManagedPolicy } from './open-managed-policy.ts';
import { now, sleep } from './time.ts';
import { type EnrolmentsByTab, openEnrolments } from './enrolments.ts';
import { type FailedFillsByTab, openFailedFills } from './failed-fills.ts';
import { openClocks, type SiteClocks } from './clocks.ts';
import { openFrames } from './frames.ts';
import { type GivenCodesByAccount, openGivenCodes } from './given-codes.ts';
import { type HeldCodesByTab, openHeldCodes } from './held-codes.ts';
import { type InlineOffersByTab, openInlineOffers } from './inline-offers.ts';
import { openInlineSites } from './inline-sites.ts';
import type { AskInline } from './offer-inline.ts';
import { openPicks, type PicksByTab } from './picks.ts';
import { openUses, type UsesByAccount } from './uses.ts';
import { openWaits } from './waits.ts';
import { siteScripts } from './site-scripts.ts';
import {
  announceOnButton,
  captureTab,
  injectContentScript,
  lostSightMeansLeft,
  openPopupOver,
  sendToDocument,
  showSecondsOnButton,
  takeAccepted,
} from './tab-access.ts';

/** Everything that the background works with, on the real browser, clock and randomness. */
export function openServices() {
  const { local, session } = browser.storage;
  const settings = settingsItem(local);
  const managedPolicy = openManagedPolicy();
  /** The user's time, or the shorter one of the organisation. */
  async function lockAfterInMinutes(): Promise<number> {
    const [chosen, policy] = await Promise.all([settings.get(), managedPolicy()]);
    return Math.min(chosen.lockAfterInMinutes, policy.maxLockAfterInMinutes ?? Number.POSITIVE_INFINITY);
  }
  const vault = openVault({
    store: vaultStore(local, freeBytes),
    session: sessionKey({ area: session, now }),
    queue: serialQueue(),
    lockAfterInMillis: async () => (await lockAfterInMinutes()) * 60_000,
  });
  const enrolments = openEnrolments({
    item: storageItem<EnrolmentsByTab>({ area: session, key: 'enrolments', fallback: {} }),
    queue: serialQueue(),
    commit: (accountId, begunElsewhere) =>
      vault.update((accounts) => commitAccount(accounts, accountId, { begunElsewhere, nowInMillis: now() })),
  });
  const givenCodes = openGivenCodes({
    item: storageItem<GivenCodesByAccount>({ area: session, key: 'givenCodes', fallback: {} }),
    queue: serialQueue(),
  });
  const frames = openFrames({ inject: injectContentScript, send: sendToDocument, randomId });
  const picks = openPicks({
    item: storageItem<PicksByTab>({ area: session, key: 'picks', fallback: {} }),
    vault,
    frames,
  });
  return {
    settings,
    policy: managedPolicy,
    lockAfterInMinutes,
    vault,
    enrolments,
    givenCodes,
    heldCodes: openHeldCodes({
      item: storageItem<HeldCodesByTab>({ area: session, key: 'heldCodes', fallback: {} }),
      queue: serialQueue(),
    }),
    failedFills: openFailedFills(storageItem<FailedFillsByTab>({ area: session, key: 'failedFills', fallback: {} })),
    frames,
    clocks: openClocks({
      item: storageItem<SiteClocks>({ area: session, key: 'clocks', fallback: {} }),
      queue: serialQueue(),
      frames,
      now,
      sleep,
    }),
    // Of the same documents, another script answers.
    askInline: frames.ask as unknown as AskInline,
    inlineSites: openInlineSites({
      item: storageItem<readonly string[]>({ area: local, key: 'inlineSites', fallback: [] }),
      scripts: siteScripts,
      queue: serialQueue(),
    }),
    inlineOffers: openInlineOffers({
      item: storageItem<InlineOffersByTab>({ area: session, key: 'inlineOffers', fallback: {} }),
      queue: serialQueue(),
    }),
    picks,
    waits: openWaits(),
    uses: openUses({
      item: storageItem<UsesByAccount>({ area: local, key: 'uses', fallback: {} }),
      queue: serialQueue(),
      now,
    }),
    explanation: storageItem<PageExplanation | undefined>({ area: session, key: 'explanation', fallback: undefined }),
    backup: storageItem<BackupRecord>({ area: local, key: 'backup', fallback: { accountIds: [] } }),
    lastImport: storageItem({ area: session, key: 'lastImport', fallback: NO_IMPORT }),
    poolSignIn: {
      http: poolHttp({ fetch: (...request) => fetch(...request), now }),
      showSignIn: (url: string) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
      redirectUri: browser.identity.getRedirectURL(),
      now,
      sleep,
    },
    decodeQr,
    captureTab,
    language: () => browser.i18n.getUILanguage(),
    lostSightMeansLeft,
    announce: announceOnButton,
    takeAccepted,
    showSeconds: showSecondsOnButton,
    openPopup: openPopupOver,
    now,
    randomId,
    randomBatchId,
    sleep,
  };
}
