import { nextTurn } from './next-turn.ts';

/** A page that enables its boxes one after another, or unlocks a field on focus, does so within these. */
const MAX_TURNS_TO_UNLOCK = 20;

/** The prototype's setter, so that a framework's own on the element does not hide the change from it. */
const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;

/** Gives a box the focus and waits until it can be written. False when it cannot. */
export async function enterBox(box: HTMLInputElement): Promise<boolean> {
  for (let turn = 0; turn < MAX_TURNS_TO_UNLOCK && box.isConnected; turn += 1) {
    if (turn === 0 || !hasFocus(box)) focusBox(box);
    if (isWritable(box)) return true;
    await nextTurn();
  }
  return false;
}

/** With its events, even behind an open popup, where the window has no focus and the browser keeps them for later. */
export function focusBox(box: HTMLInputElement): void {
  box.focus();
  if (document.hasFocus() && !box.readOnly) return;
  box.dispatchEvent(new FocusEvent('focus', { composed: true }));
  box.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
}

/** In the document or shadow root where it stands. */
export function hasFocus(box: HTMLInputElement): boolean {
  return (box.getRootNode() as Document | ShadowRoot).activeElement === box;
}

/** Sets the value as an input method does: one change, the events after it. */
export function setText(box: HTMLInputElement, text: string): void {
  setValue?.call(box, text);
  const inputType = text === '' ? 'deleteContentBackward' : 'insertText';
  const data = text === '' ? null : text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data }));
}

/** Pages refuse to paste or insert over what stands there, or join it to the new text. */
export function clearBox(box: HTMLInputElement): void {
  if (box.value !== '' && isWritable(box)) setText(box, '');
}

export function sayChanged(box: HTMLInputElement): void {
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

function isWritable(box: HTMLInputElement): boolean {
  return box.isConnected && !box.readOnly && !box.matches(':disabled');
}
