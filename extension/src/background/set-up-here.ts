import type { OtpKey } from '@lifeguard/shared/otp';
import { type AccountNames, typedNames } from '../account-name.ts';
import { findDeviceNameField } from '../detect/device-name-field.ts';
import { deviceNameAt } from '../enrol/device-name.ts';
import { chooseCodeField } from '../fill/choose-code-field.ts';
import { withFocusIn } from '../fill/inline-field.ts';
import { topFrame } from '../fill/page-frame.ts';
import type { SetUpAnswer } from '../messages.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import { type Account, newAccount } from '../vault/account.ts';
import { namesToKnowBy, offerNames } from '../vault/enrolment-names.ts';
import { stageAccount } from '../vault/stage-account.ts';
import type { Vault } from '../vault/vault.ts';
import type { Clocks } from './clocks.ts';
import type { CountDownPorts } from './count-down.ts';
import type { Enrolments } from './enrolments.ts';
import { freshCode } from './fill-code.ts';
import type { Frames } from './frames.ts';
import type { GivenCodes } from './given-codes.ts';
import type { CodesOnHold } from './held-codes.ts';
import { findSetUp } from './find-set-up.ts';
import { dismissChooser, type OfferPorts } from './offer-inline.ts';
import type { ReadPagePorts } from './read-page.ts';
import type { Waits } from './waits.ts';

export interface SetUpPorts
  extends Pick<ReadPagePorts, 'decodeQr'>, CountDownPorts, Pick<OfferPorts, 'inlineOffers' | 'askInline'> {
  readonly vault: Vault;
  readonly frames: Frames;
  readonly enrolments: Enrolments;
  readonly givenCodes: GivenCodes;
  readonly heldCodes: Pick<CodesOnHold, 'find' | 'end'>;
  readonly waits: Pick<Waits, 'begin'>;
  readonly clocks: Pick<Clocks, 'measure' | 'skewAt'>;
  /** The visible part of a tab as a data URL; rejects without a grant for the tab, and is left out where there can't be one. */
  readonly captureTab: ((tabId: number) => Promise<string>) | undefined;
  readonly randomId: () => string;
}

interface SetUpRequest {
  readonly tabId: number;
  /** What the user calls the account; left out where nobody was asked. */
  readonly names?: AccountNames;
  /** The one field that may get the code; left out where the page's own choice counts. */
  readonly at?: { readonly documentId: string; readonly field: number };
  /** Of the chooser, which goes where it is left out: asked while the next code is awaited, and when it is about to go. */
  readonly isStillMeant?: () => Promise<boolean>;
}

/**
 * The first part of an enrolment: find the QR code or the key of the page, keep its account as staged and bound to the page's
 * origin, fill the first code and the device's name. Sending the form stays the user's.
 */
export async function setUpHere(request: SetUpRequest, ports: SetUpPorts): Promise<SetUpAnswer> {
  const { tabId, names, at, isStillMeant } = request;
  const chosenNames = names && typedNames(names);
  if (chosenNames?.issuer === '') return { ok: false, reason: 'no-issuer' };
  if (chosenNames?.account === '') return { ok: false, reason: 'no-name' };
  if ((await ports.vault.accounts()) === undefined) return { ok: false, reason: 'locked' };
  const read = await ports.frames.read(tabId);
  const frames = at === undefined ? read : withFocusIn(read, at);
  const origin = topFrame(frames)?.origin;
  if (origin === undefined) return { ok: false, reason: 'no-access' };
  if (!isFillableOrigin(origin)) return { ok: false, reason: 'insecure-origin' };

  const { captureTab, decodeQr } = ports;
  const capture = captureTab && (() => captureTab(tabId));
  const chosen = await findSetUp(tabId, frames, { frames: ports.frames, decodeQr, ...(capture && { capture }) });
  if (!chosen.ok) return chosen;

  const choice = chooseCodeField(frames);
  const place = choice.ok && choice.frame.origin === origin ? choice : undefined;
  const isThere = place?.frame.documentId === at?.documentId && place?.field.boxes[0] === at?.field;
  if (at !== undefined && !isThere) return { ok: false, reason: 'gone' };
  const deviceNameField = place && findDeviceNameField(place.frame.signals, place.field.form);
  const deviceName = deviceNameField === undefined ? '' : deviceNameAt(ports.now());
  const heldCodes = await ports.heldCodes.find(tabId, origin);
  const begunElsewhere = await ports.enrolments.begunElsewhere(tabId);
  const toStage = { key: chosen.key, names: chosenNames, origin, deviceName, heldCodes, begunElsewhere };
  const staged = await stage(toStage, ports);
  if (staged === 'locked' || staged === 'no-name') return { ok: false, reason: staged };
  if (heldCodes.length > 0) await ports.heldCodes.end(tabId);
  if (place === undefined) return { ok: true, id: staged.id, filled: false };

  const { field, frame } = place;
  const { documentId } = frame;
  const target = { tabId, documentId, origin };
  // The first code decides about the whole enrolment, and nobody waits for a millisecond of it.
  await ports.clocks.measure(target);
  if (isStillMeant === undefined) await dismissChooser(tabId, ports);
  const fresh = await freshCode({ ...target, account: staged, isStillMeant }, ports);
  if (!fresh.ok) return fresh;
  if ((await isStillMeant?.()) === false) return { ok: false, reason: 'gone' };
  // The wait may have been long: the vault can be locked by now, or the account discarded.
  const accounts = await ports.vault.accounts();
  if (accounts === undefined) return { ok: false, reason: 'locked' };
  if (!accounts.some(({ id }) => id === staged.id)) return { ok: false, reason: 'cancelled' };
  const { isWithoutPicture } = chosen;
  await ports.enrolments.begin(tabId, {
    accountId: staged.id,
    origin,
    ...(isWithoutPicture && { isWithoutPicture }),
    phase: 'filled',
  });
  await ports.frames.ask({ tabId, documentId }, 'watchForm', { field: field.boxes[0]! });
  if (deviceNameField !== undefined) {
    await ports.frames.ask({ tabId, documentId }, 'fillField', { boxes: [deviceNameField], text: deviceName });
  }
  const { kept } = await ports.frames.ask({ tabId, documentId }, 'fillField', { boxes: field.boxes, text: fresh.code });
  return { ok: true, id: staged.id, filled: kept };
}

interface ToStage {
  readonly key: OtpKey;
  readonly names: AccountNames | undefined;
  readonly origin: string;
  readonly deviceName: string;
  /** The recovery codes that the site has shown before. */
  readonly heldCodes: readonly string[];
  readonly begunElsewhere: readonly string[];
}

async function stage(
  { key, names, origin, deviceName, heldCodes, begunElsewhere }: ToStage,
  { vault, randomId, now }: SetUpPorts,
): Promise<Account | 'locked' | 'no-name'> {
  const id = randomId();
  const found = { issuer: key.issuer, account: key.account };
  let kept: Account | 'locked' | 'no-name' = 'locked';
  const wasUnlocked = await vault.update((accounts) => {
    const place = { found, origin, accounts };
    const { issuer, account } = names ?? offerNames(place);
    // Where the page names nobody, only the user can tell this account from that of somebody else.
    if (account === '') {
      kept = 'no-name';
      return accounts;
    }
    const fresh = newAccount(id, {
      key: { ...key, issuer, account },
      foundAs: namesToKnowBy(place, { issuer, account }),
      origins: [origin],
      deviceName,
      recoveryCodes: heldCodes.map((code) => ({ code, isUsed: false })),
      state: 'staged',
      createdAtInMillis: now(),
    });
    const result = stageAccount(accounts, fresh, { begunElsewhere });
    kept = result.accounts.find((one) => one.id === result.id) ?? fresh;
    return result.accounts;
  });
  return wasUnlocked ? kept : 'locked';
}
