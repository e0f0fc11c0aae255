import { setTimeout as sleep } from 'node:timers/promises';
import type { Popup } from '../support/popup.ts';
import type { Trial } from './trial.ts';

const FILL = '[data-testid="fill"]';
/** A code with less time left is not filled; the next one is awaited. */
const FILLED_WITHIN_MILLIS = 8_000;
const LOOK_EVERY_MILLIS = 100;

/** What the popup offered, and what it said. */
type FillAnswer = Pick<Trial, 'offered' | 'told' | 'shownKind'>;

/** Presses "Fill code" if it is there, and waits until the popup has closed or says why it hasn't. */
export async function pressFill(popup: Popup): Promise<FillAnswer> {
  await popup.accounts();
  const offered = await popup.has(FILL);
  const shownKind = offered ? 'totp' : await popup.run(wantedKind);
  if (offered) await popup.click(FILL);
  const told = offered ? await answerOf(popup) : await popup.run(noteIn);
  if (told !== undefined) await popup.close();
  return { offered, told: told ?? '', ...(shownKind !== undefined && { shownKind }) };
}

/** What the popup says; `undefined` when it has closed, as one does that has filled. */
async function answerOf(popup: Popup): Promise<string | undefined> {
  for (let waited = 0; waited < FILLED_WITHIN_MILLIS; waited += LOOK_EVERY_MILLIS) {
    try {
      const told = await popup.run(problemIn);
      if (told !== '') return told;
    } catch {
      return undefined;
    }
    await sleep(LOOK_EVERY_MILLIS);
  }
  return 'neither closes nor says anything';
}

function noteIn(document: Document): string {
  return document.querySelector('#site-note')?.textContent?.trim() ?? '';
}

/** Which codes the popup says the page wants instead. */
function wantedKind(document: Document): string | undefined {
  const { codeField = '' } = document.querySelector<HTMLElement>('#site-note')?.dataset ?? {};
  return /^wants-(.*)$/.exec(codeField)?.[1];
}

function problemIn(document: Document): string {
  const texts = ['#problem', '#status', '[role="alertdialog"]', '[role="dialog"]', '[role="alert"]'];
  return texts
    .map((selector) => document.querySelector(selector)?.textContent?.trim() ?? '')
    .join(' ')
    .trim();
}
