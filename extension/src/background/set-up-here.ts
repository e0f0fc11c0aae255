import { type AccountNames, type ChosenNames, typedNames } from '../account-name.ts';
import type { Answer } from '../border.ts';
import { findDeviceNameField } from '../detect/device-name-field.ts';
import { deviceNameAt } from '../enrol/device-name.ts';
import { chooseCodeField } from '../fill/choose-code-field.ts';
import { withFocusIn } from '../fill/inline-field.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import type { NameRefusal, SetUpAnswer } from '../messages/tab-api.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import type { Account } from '../vault/account.ts';
import type { Vault } from '../vault/vault.ts';
import type { Clocks } from './clocks.ts';
import type { CountDownPorts } from './count-down.ts';
import type { Enrolments } from './enrolments.ts';
import { freshCode } from './fill-code.ts';
import { type Frames, refusedIfGone } from './frames.ts';
import type { GivenCodes } from './given-codes.ts';
import { findSetUp, type FindSetUpPorts } from './find-set-up.ts';
import { dismissChooser, type OfferPorts } from './offer-inline.ts';
import type { ReadPagePorts } from './read-page.ts';
import { stageFound, type StagePorts } from './stage-found.ts';
import type { Waits } from './waits.ts';

export interface SetUpPorts
  extends Pick<ReadPagePorts, 'decodeQr'>, CountDownPorts, Pick<OfferPorts, 'inlineOffers' | 'askInline'>, StagePorts {
  readonly vault: Vault;
  readonly frames: Frames;
  readonly enrolments: Enrolments;
  readonly givenCodes: GivenCodes;
  readonly waits: Pick<Waits, 'begin'>;
  readonly clocks: Pick<Clocks, 'measure' | 'skewAt'>;
  /** The visible part of a tab as a data URL; rejects without a grant for the tab, and is left out where there can't be one. */
  readonly captureTab: ((tabId: number) => Promise<string>) | undefined;
}

interface SetUpRequest {
  readonly tabId: number;
  /** What the user calls the account; left out where nobody was asked. */
  readonly names?: ChosenNames;
  /** The one field that may get the code; left out where the page's own choice counts. */
  readonly at?: { readonly documentId: string; readonly field: number };
  /** Of the chooser, which goes where it is left out: asked while the next code is awaited, and when it is about to go. */
  readonly isStillMeant?: () => Promise<boolean>;
}

/**
 * The first part of an enrolment: find the QR code or the key of the page, keep its account as staged and bound to the page's
 * origin, fill the first code and the device's name. Sending the form stays the user's.
 */
export function setUpHere(request: SetUpRequest, ports: SetUpPorts): Promise<SetUpAnswer> {
  return refusedIfGone(begin(request, ports));
}

async function begin(request: SetUpRequest, ports: SetUpPorts): Promise<SetUpAnswer> {
  const { tabId, at } = request;
  const names = chosenNames(request);
  if (!names.ok) return names;
  if ((await ports.vault.accounts()) === undefined) return LOCKED;
  const page = await readSetUpPage(request, ports);
  if (!page.ok) return page;
  const { frames, origin } = page;
  const found = await findSetUp(tabId, frames, findPorts(tabId, ports));
  if (!found.ok) return found;

  const place = codePlace(page, ports);
  if (at !== undefined && !isAt(place, at)) return GONE;
  const deviceName = place?.device?.name ?? '';
  const staged = await stageFound({ tabId, key: found.key, names: names.chosen, origin, deviceName }, ports);
  if (!staged.ok) return staged;
  const { account } = staged;
  if (place === undefined) return { ok: true, id: account.id, filled: false };
  return fillFirstCode({ request, account, place, isWithoutPicture: found.isWithoutPicture }, ports);
}

const LOCKED = { ok: false, reason: 'locked' } as const;
const GONE = { ok: false, reason: 'gone' } as const;

/** Names that were asked for may not be empty; the page's own may. */
function chosenNames({ names }: SetUpRequest): Answer<{ readonly chosen: Partial<AccountNames> }, NameRefusal> {
  if (names === undefined) return { ok: true, chosen: {} };
  const { issuer, account } = typedNames({ issuer: '', ...names });
  if (names.issuer !== undefined && issuer === '') return { ok: false, reason: 'no-issuer' };
  if (account === '') return { ok: false, reason: 'no-name' };
  return { ok: true, chosen: names.issuer === undefined ? { account } : { issuer, account } };
}

interface SetUpPage {
  readonly frames: readonly PageFrame[];
  /** Of the page itself: that of the account. */
  readonly origin: string;
}

async function readSetUpPage(
  { tabId, at }: SetUpRequest,
  { frames: documents }: SetUpPorts,
): Promise<Answer<SetUpPage, 'no-access' | 'insecure-origin'>> {
  const read = await documents.read(tabId);
  const frames = at === undefined ? read : withFocusIn(read, at);
  const origin = topFrame(frames)?.origin;
  if (origin === undefined) return { ok: false, reason: 'no-access' };
  if (!isFillableOrigin(origin)) return { ok: false, reason: 'insecure-origin' };
  return { ok: true, frames, origin };
}

function findPorts(tabId: number, { frames, decodeQr, captureTab }: SetUpPorts): FindSetUpPorts {
  return { frames, decodeQr, ...(captureTab && { capture: () => captureTab(tabId) }) };
}

/** Where the first code goes. */
interface CodePlace {
  readonly documentId: string;
  readonly origin: string;
  readonly boxes: readonly number[];
  /** The field for the device's name, and what it gets. */
  readonly device: { readonly field: number; readonly name: string } | undefined;
}

/** The code field of the page, which may be in a frame of the page's own site. */
function codePlace({ frames, origin }: SetUpPage, { now }: SetUpPorts): CodePlace | undefined {
  const choice = chooseCodeField(frames);
  if (!choice.ok || choice.frame.origin !== origin) return undefined;
  const { documentId, signals } = choice.frame;
  const { boxes, form } = choice.field;
  const field = findDeviceNameField(signals, form);
  return { documentId, origin, boxes, device: field === undefined ? undefined : { field, name: deviceNameAt(now()) } };
}

function isAt(place: CodePlace | undefined, { documentId, field }: NonNullable<SetUpRequest['at']>): boolean {
  return place?.documentId === documentId && place.boxes[0] === field;
}

interface FirstCode {
  readonly request: SetUpRequest;
  readonly account: Account;
  readonly place: CodePlace;
  readonly isWithoutPicture: boolean | undefined;
}

async function fillFirstCode(
  { request: { tabId, isStillMeant }, account, place, isWithoutPicture }: FirstCode,
  ports: SetUpPorts,
): Promise<SetUpAnswer> {
  const { vault, frames, enrolments, clocks } = ports;
  const { documentId, origin, boxes, device } = place;
  const target = { tabId, documentId, origin };
  // The first code decides about the whole enrolment, and nobody waits for a millisecond of it.
  await clocks.measure(target);
  if (isStillMeant === undefined) await dismissChooser(tabId, ports);
  const fresh = await freshCode({ ...target, account, isStillMeant }, ports);
  if (!fresh.ok) return fresh;
  if ((await isStillMeant?.()) === false) return GONE;
  // The wait may have been long: the vault can be locked by now, or the account discarded.
  const accounts = await vault.accounts();
  if (accounts === undefined) return LOCKED;
  if (!accounts.some(({ id }) => id === account.id)) return { ok: false, reason: 'cancelled' };
  const enrolment = { accountId: account.id, origin, ...(isWithoutPicture && { isWithoutPicture }) };
  await enrolments.begin(tabId, { ...enrolment, phase: 'filled' });
  await frames.ask(target, 'watchForm', { field: boxes[0]! });
  if (device !== undefined) await frames.ask(target, 'fillField', { boxes: [device.field], text: device.name });
  const { kept } = await frames.ask(target, 'fillField', { boxes, text: fresh.code });
  return { ok: true, id: account.id, filled: kept };
}
