import { enterBox, hasFocus, sayChanged } from './box.ts';
import { nextTurn } from './next-turn.ts';

/**
 * Lets the browser itself edit each box, for pages that believe trusted `beforeinput` and `input` events alone. It writes
 * where the focus is, so a box that does not get it ends the step.
 */
export async function insertTexts(boxes: readonly HTMLInputElement[], texts: readonly string[]): Promise<boolean> {
  for (const [position, box] of boxes.entries()) {
    if (!(await enterBox(box)) || !hasFocus(box)) return false;
    box.select();
    if (box.value !== '') edit('delete');
    edit('insertText', texts[position]);
    sayChanged(box);
    await nextTurn();
  }
  return true;
}

function edit(command: 'delete' | 'insertText', text = ''): void {
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else makes trusted events
  document.execCommand(command, false, text);
}
