import { type CodeField, findCodeFields } from '../detect/code-field.ts';
import type { PageFrame } from './page-frame.ts';

/** The field that the user has named as the code field of this document, with the other boxes of its group. */
export function pickedCodeField({ pickedField, signals }: PageFrame): CodeField | undefined {
  const picked = signals.fields.find(({ index }) => index === pickedField);
  if (picked === undefined || picked.visibility === 'hidden' || picked.content === 'other') return undefined;
  const found = findCodeFields(signals).find(({ boxes }) => boxes.includes(picked.index));
  return {
    boxes: found?.boxes ?? [picked.index],
    kind: 'totp',
    form: picked.form,
    score: found?.score ?? 0,
    evidence: ['chosen-by-user'],
    hasFocus: picked.hasFocus,
    isKindSaid: true,
    isFillable: picked.access !== 'disabled',
  };
}
