import { clearBox, enterBox, sayChanged, setText } from './box.ts';
import { nextTurn } from './next-turn.ts';

/** Presses each character as a key, for pages that listen to keys and write the boxes themselves. */
export async function pressKeys(boxes: readonly HTMLInputElement[], texts: readonly string[]): Promise<boolean> {
  for (const [position, box] of boxes.entries()) {
    if (!(await enterBox(box))) return false;
    if (box.value !== '') press(box, 'Backspace', () => clearBox(box));
    for (const character of texts[position] ?? '') {
      if (!(await enterBox(box))) return false;
      press(box, character, () => setText(box, box.value + character));
      await nextTurn();
    }
    sayChanged(box);
  }
  return true;
}

/** `write` is what the browser does with a key that the page does not keep for itself. */
function press(box: HTMLInputElement, key: string, write: () => void): void {
  const isCharacter = key.length === 1;
  const keyCode = isCharacter ? key.charCodeAt(0) : 8;
  const code = /^\d$/.test(key) ? `Digit${key}` : isCharacter ? `Key${key}` : key;
  const event = { key, code, bubbles: true, cancelable: true, composed: true };
  const isFree =
    box.dispatchEvent(new KeyboardEvent('keydown', { ...event, keyCode })) &&
    (!isCharacter || box.dispatchEvent(new KeyboardEvent('keypress', { ...event, keyCode, charCode: keyCode })));
  if (isFree) write();
  box.dispatchEvent(new KeyboardEvent('keyup', { ...event, keyCode }));
}
