import { clearBox, enterBox } from './box.ts';

/** Offers the whole code to the first box as a paste, for pages that spread it themselves. The clipboard is not touched. */
export async function pasteCode(boxes: readonly HTMLInputElement[], texts: readonly string[]): Promise<boolean> {
  const [first] = boxes;
  if (first === undefined || !(await enterBox(first))) return false;
  for (const box of boxes) clearBox(box);
  // A page that does not keep the event for itself gets nothing: a browser pastes for real events alone.
  return !first.dispatchEvent(pasteOf(texts.join('')));
}

/** Firefox takes the text by members of its own, which the standard does not have. */
interface FirefoxInit {
  readonly dataType: string;
  readonly data: string;
}

function pasteOf(text: string): ClipboardEvent {
  const type = 'text/plain';
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, text);
  const init: ClipboardEventInit & FirefoxInit = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData,
    dataType: type,
    data: text,
  };
  return new ClipboardEvent('paste', init);
}
