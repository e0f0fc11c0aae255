import { text } from '../ui/text.ts';

interface Props {
  readonly code: string;
  /** The one after it, when it is worth to be shown. Its place is kept, so that nothing moves under the pointer. */
  readonly next: string | undefined;
}

/** No-break: with it digits on both sides stay in their order in a line from right to left (UAX #9, rule W4). */
const GAP = '\u00a0';

/** A code in groups for reading: 3+3, 4+4. Its gap is drawn, not written, so that the code's text is the code. */
export function CodeText({ code, next }: Props) {
  return (
    <span class="codes">
      <span class="code" data-testid="code" dir="ltr">
        {inGroups(code).map((group, place) => (
          <span key={place}>{group}</span>
        ))}
      </span>
      <span class="hint next-code">
        {next !== undefined && <span data-testid="next-code">{text('nextCode', inGroups(next).join(GAP))}</span>}
      </span>
    </span>
  );
}

function inGroups(code: string): readonly string[] {
  if (code.length <= 5) return [code];
  const half = Math.ceil(code.length / 2);
  return [code.slice(0, half), code.slice(half)];
}
