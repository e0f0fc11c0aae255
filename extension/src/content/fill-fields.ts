import type { FieldTexts, FilledFields } from '../messages.ts';
import type { FieldHandles } from './field-handles.ts';

/** Writes each text into its field and reads back what stands there. */
export function fillFields({ texts }: FieldTexts, handles: FieldHandles): FilledFields {
  let kept = true;
  for (const { field, text } of texts) {
    const input = handles.inputOf(field);
    if (input === undefined || !input.isConnected) return { kept: false };
    writeValue(input, text);
    kept &&= input.value === text;
  }
  return { kept };
}

/** As typing would: the value by the prototype's setter, so that a page's own does not hide the change, then the events. */
function writeValue(input: HTMLInputElement, text: string): void {
  input.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
