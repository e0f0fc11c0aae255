import { text } from '../ui/text.ts';

interface Props {
  readonly code: string;
  /** The one after it, when it is worth to be shown. */
  readonly next: string | undefined;
}

/** A code in groups for reading: 3+3, 4+4. The gap is drawn, not written, so that the code's text is the code. */
export function CodeText({ code, next }: Props) {
  const half = code.length > 5 ? Math.ceil(code.length / 2) : code.length;
  return (
    <span class="codes">
      <span class="code" data-testid="code" dir="ltr">
        <span>{code.slice(0, half)}</span>
        <span>{code.slice(half)}</span>
      </span>
      {next !== undefined && (
        <span class="hint next-code" data-testid="next-code">
          {text('nextCode', next)}
        </span>
      )}
    </span>
  );
}
