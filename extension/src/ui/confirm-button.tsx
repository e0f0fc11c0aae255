import { useState } from 'preact/hooks';
import { isConfirmingPress } from './confirming-press.ts';
import { SaidOnce } from './said-once.tsx';

interface Props {
  readonly label: string;
  /** Stands in the place of the label after the first press. */
  readonly question: string;
  /** Its name for screen readers until then, where the label alone does not say enough. */
  readonly name?: string;
  readonly testId: string;
  readonly onConfirmed: () => void;
}

/** A button that takes something away for good, and asks once more before. */
export function ConfirmButton({ label, question, name, testId, onConfirmed }: Props) {
  const [askedAt, setAskedAt] = useState<number>();
  const isAsking = askedAt !== undefined;

  function press({ detail }: MouseEvent): void {
    if (askedAt === undefined) return setAskedAt(performance.now());
    if (!isConfirmingPress({ detail, sinceQuestionInMillis: performance.now() - askedAt })) return;
    setAskedAt(undefined);
    onConfirmed();
  }

  return (
    <>
      <button
        type="button"
        class="danger"
        data-testid={testId}
        aria-label={isAsking ? undefined : name}
        onClick={press}
        // Held down it presses again and again.
        onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}
        onBlur={() => setAskedAt(undefined)}
      >
        {isAsking ? question : label}
      </button>
      <SaidOnce isOn={isAsking} says={question} />
    </>
  );
}
