import { chooseSetUpKey } from '../enrol/choose-setup-key.ts';
import { chooseCodeField } from '../fill/choose-code-field.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import type { PageDescription } from '../messages.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import type { Frames } from './frames.ts';

export interface ReadPagePorts {
  readonly frames: Frames;
  readonly decodeQr: (dataUrl: string) => Promise<readonly string[]>;
}

/** What the popup shows of a tab. Of a QR code it learns the names, never the secret. */
export async function readPage(
  tabId: number,
  frames: readonly PageFrame[],
  ports: ReadPagePorts,
): Promise<PageDescription> {
  const origin = topFrame(frames)?.origin;
  const chosen = chooseCodeField(frames);
  return {
    origin: origin !== undefined && isFillableOrigin(origin) ? origin : undefined,
    codeField: chosen.ok ? 'totp' : chosen.reason,
    setUp: await describeSetUp(await readQrTexts(tabId, frames, ports)),
  };
}

/** The texts of the QR codes in the pictures of a page's own documents. */
export async function readQrTexts(
  tabId: number,
  frames: readonly PageFrame[],
  ports: ReadPagePorts,
): Promise<readonly string[]> {
  const origin = topFrame(frames)?.origin;
  const texts: string[] = [];
  for (const { documentId, signals } of frames.filter((frame) => frame.origin === origin)) {
    if (signals.squarePictures <= 0) continue;
    const pictures = await ports.frames.ask({ tabId, documentId }, 'collectPictures');
    for (const picture of pictures) texts.push(...(await ports.decodeQr(picture)));
  }
  return texts;
}

async function describeSetUp(texts: readonly string[]): Promise<PageDescription['setUp']> {
  const chosen = chooseSetUpKey(texts);
  if (chosen.ok) return { ok: true, issuer: chosen.key.issuer, account: chosen.key.account };
  // Most pictures are no QR codes, and most QR codes have nothing to do with codes.
  return chosen.reason === 'no-qr' || chosen.reason === 'no-otp-qr' ? undefined : chosen;
}
