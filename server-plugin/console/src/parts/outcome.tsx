import type { JSX } from 'preact';
import type { ChangeState } from './use-change.ts';

/** Says how a change ended, aloud as well: the places are there before the words are. */
export function Outcome({ change, done }: { change: ChangeState; done: string }): JSX.Element {
  return (
    <>
      <p role="alert" class="problem-text">
        {change.problem}
      </p>
      <p role="status" class="good-text">
        {change.done ? done : undefined}
      </p>
    </>
  );
}
