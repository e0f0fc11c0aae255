import { meaningsOf } from '../detect/words/finders.ts';
import { chooseSetUpKey, type SetUpKey } from '../enrol/choose-setup-key.ts';
import { findShownKey } from '../enrol/shown-key.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import { siteNameOf } from '../site/site-name.ts';
import { type Frames, orGone } from './frames.ts';
import { parsePictures, parseSetUpTexts } from './parse-answers.ts';

/** `isWithoutPicture`: the key was not in a picture of the page, but in a link, in letters, or only on the screen. */
export type FoundSetUp = SetUpKey & { readonly isWithoutPicture?: true };

export interface FindSetUpPorts {
  readonly frames: Pick<Frames, 'ask'>;
  readonly decodeQr: (dataUrl: string) => Promise<readonly string[]>;
  /** The visible part of the tab as a data URL, for what no picture of the page shows; left out where nobody has asked for it. */
  readonly capture?: () => Promise<string>;
}

/**
 * The key that a page offers: by the QR codes in its pictures, by a setup link, by what the tab shows, or in letters. Of frames, those of
 * the page's own origin alone. A document that goes meanwhile has nothing to offer.
 */
export async function findSetUp(
  tabId: number,
  frames: readonly PageFrame[],
  { frames: documents, decodeQr, capture }: FindSetUpPorts,
): Promise<FoundSetUp> {
  const origin = topFrame(frames)?.origin;
  const own = frames.filter((frame) => frame.origin === origin);
  let isThere = true;
  const ask: AskDocument = async (documentId, name) => {
    const answer = await orGone<unknown>(documents.ask({ tabId, documentId }, name));
    if (answer === 'gone') isThere = false;
    return answer;
  };
  const inPictures = chooseSetUpKey(await textsInPictures(own, ask, decodeQr));
  if (!isNothing(inPictures)) return inPictures;

  const speaking = own.filter(({ signals }) => meaningsOf(`${signals.heading} ${signals.shown}`).has('app'));
  const texts = await Promise.all(
    speaking.map(async ({ documentId }) => parseSetUpTexts(await ask(documentId, 'collectTexts'))),
  );
  const linked = chooseSetUpKey(texts.flatMap(({ links }) => links));
  if (!isNothing(linked)) return { ...linked, isWithoutPicture: true };

  // Where a document has gone the tab may show another page by now, whose key would be kept for this one's site.
  const captured = capture && isThere ? chooseSetUpKey(await decodeQr(await capture())) : undefined;
  if (captured !== undefined && !isNothing(captured)) return { ...captured, isWithoutPicture: true };

  const key = findShownKey(
    texts.flatMap(({ keys }) => keys),
    {
      pageText: speaking.map(({ signals }) => `${signals.heading} ${signals.shown}`).join(' '),
      // A page that shows its key in letters does not say whose it is.
      siteName: origin === undefined ? '' : siteNameOf(origin),
    },
  );
  if (key === 'counted') return { ok: false, reason: 'hotp' };
  return key === undefined ? (captured ?? inPictures) : { ok: true, key, isWithoutPicture: true };
}

function isNothing(chosen: SetUpKey): boolean {
  return !chosen.ok && (chosen.reason === 'no-qr' || chosen.reason === 'no-otp-qr');
}

/** `gone` for a document that has gone. */
type AskDocument = (documentId: string, name: 'collectPictures' | 'collectTexts') => Promise<unknown>;

async function textsInPictures(
  frames: readonly PageFrame[],
  ask: AskDocument,
  decodeQr: FindSetUpPorts['decodeQr'],
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const { documentId, signals } of frames) {
    if (signals.squarePictures <= 0) continue;
    const pictures = parsePictures(await ask(documentId, 'collectPictures'));
    for (const picture of pictures) texts.push(...(await decodeQr(picture)));
  }
  return texts;
}
