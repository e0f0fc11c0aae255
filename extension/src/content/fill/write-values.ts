import { clearBox, enterBox, sayChanged, setText } from './box.ts';

/**
 * Writes each box by reference, whatever the page does with the focus meanwhile: the value first, then the events, of
 * which some pages read `keyup` or `change` alone. The key is the one that input methods send.
 */
export async function writeValues(boxes: readonly HTMLInputElement[], texts: readonly string[]): Promise<boolean> {
  for (const [position, box] of boxes.entries()) {
    if (!(await enterBox(box))) return false;
    clearBox(box);
    setText(box, texts[position] ?? '');
    box.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, composed: true, key: 'Unidentified', keyCode: 229 }));
    sayChanged(box);
  }
  return true;
}
