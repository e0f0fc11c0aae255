import { clearBox, enterBox } from './box.ts';

/** Offers the whole code to the first box as a paste, for pages that spread it themselves. The clipboard is not touched. */
export async function pasteCode(boxes: readonly HTMLInputElement[], texts: readonly string[]): Promise<void> {
  for (const box of boxes) clearBox(box);
  const [first] = boxes;
  if (first === undefined || !(await enterBox(first))) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', texts.join(''));
  first.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }));
}
