import { climb, type FillOutcome, type Rung } from '../fill/ladder.ts';
import { isReplaceable, readBack } from '../fill/read-back.ts';
import { splitCode } from '../fill/split-code.ts';
import type { FieldText } from '../content-api.ts';
import type { FieldHandles } from './field-handles.ts';
import { focusBox } from './fill/box.ts';
import { insertTexts } from './fill/insert-texts.ts';
import { nextTurn } from './fill/next-turn.ts';
import { pasteCode } from './fill/paste-code.ts';
import { pressKeys } from './fill/press-keys.ts';
import { writeValues } from './fill/write-values.ts';

/** Writes a text into a field by the step that the page takes it by. Text of the user stays. */
export async function fillField({ boxes: ids, text }: FieldText, handles: FieldHandles): Promise<FillOutcome> {
  const boxes = ids.map((id) => handles.inputOf(id)).filter((box) => box !== undefined);
  if (boxes.length < ids.length || boxes.some((box) => !box.isConnected)) return { kept: false, reason: 'gone' };
  // A number field has no length: its `maxlength` means nothing.
  const texts = splitCode(
    text,
    boxes.map(({ type, maxLength }) => (type === 'number' && ids.length === 1 ? -1 : maxLength)),
  );
  if (texts === undefined) return { kept: false, reason: 'does-not-fit' };
  // Some pages write into a field when it gets the focus.
  focusBox(boxes[0]!);
  if (!boxes.every(({ value }, box) => isReplaceable(value, texts[box]!))) return { kept: false, reason: 'occupied' };

  const watch = new AbortController();
  let isSent = false;
  const sent = () => (isSent = true);
  // The event of a form in a shadow root does not leave it.
  for (const target of [window, boxes[0]!.getRootNode()]) {
    target.addEventListener('submit', sent, { capture: true, signal: watch.signal });
  }
  // What a page sends by `form.submit()` has no event of its own.
  addEventListener('beforeunload', sent, { signal: watch.signal });
  try {
    return await climb(rungs(boxes, texts), {
      nextTurn,
      readBack() {
        if (isSent) return 'sent';
        if (boxes.some((box) => !box.isConnected)) return 'gone';
        const seen = readBack(
          boxes.map(({ value }) => value),
          texts,
        );
        // A page that checks the code locks its boxes meanwhile.
        if (seen === 'zero-lost' || !boxes.every((box) => box.matches(':disabled'))) return seen;
        return seen === 'kept' ? 'sent' : 'gone';
      },
    });
  } finally {
    watch.abort();
  }
}

function rungs(boxes: readonly HTMLInputElement[], texts: readonly string[]): readonly Rung[] {
  return [
    { step: 'value', write: () => writeValues(boxes, texts) },
    { step: 'insert-text', write: () => insertTexts(boxes, texts) },
    { step: 'paste', write: () => pasteCode(boxes, texts) },
    { step: 'keys', write: () => pressKeys(boxes, texts) },
  ];
}
