import type { SetUpKey } from '../enrol/choose-setup-key.ts';
import { findRecoveryCodes } from '../enrol/find-recovery-codes.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import { type Frames, orGone } from './frames.ts';
import { parseShownLines } from './parse-answers.ts';

export interface FindRecoveryPorts {
  readonly frames: Pick<Frames, 'ask'>;
  /** What else the page offers: the key of an authenticator is no code for recovery. */
  readonly setUp: SetUpKey;
}

/** The recovery codes that a page shows; of frames, those of the page's own origin alone. */
export async function findRecovery(
  tabId: number,
  frames: readonly PageFrame[],
  { frames: documents, setUp }: FindRecoveryPorts,
): Promise<readonly string[]> {
  const origin = topFrame(frames)?.origin;
  for (const { documentId } of frames.filter((frame) => frame.origin === origin)) {
    const lines = await orGone(documents.ask({ tabId, documentId }, 'collectLines'));
    if (lines === 'gone') continue;
    const codes = findRecoveryCodes(parseShownLines(lines)).filter(
      (code) => !setUp.ok || plain(code) !== setUp.key.secretBase32,
    );
    if (codes.length > 0) return codes;
  }
  return [];
}

function plain(code: string): string {
  return code.replace(/[^A-Za-z\d]/g, '').toUpperCase();
}
