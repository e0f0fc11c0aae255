import type { CodeKind } from '../detect/code-kind.ts';
import type { Reason } from '../detect/reason.ts';
import { text, type TextKey } from '../ui/text.ts';

type KeyOf<Of extends Reason> = Of extends `${infer Key}:${string}` ? Key : Of;
type Underscored<Key extends string> = Key extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Key;

/** What speaks for a field or against it. A reason without a text does not compile. */
export function reasonText(reason: Reason): string {
  const [name = '', detail] = reason.split(':');
  const key = `whyReason_${name.replaceAll('-', '_') as Underscored<KeyOf<Reason>>}` as const satisfies TextKey;
  if (detail === undefined) return text(key);
  return text(key, key === 'whyReason_boxes' ? detail : text(`whyComes_${detail as CodeKind}`));
}
