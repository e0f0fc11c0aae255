import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { text } from '../messages.ts';
import type { Loaded } from './use-loaded.ts';

/** A part of the page under its heading. */
export function Card({ id, title, children }: { id: string; title: string; children: ComponentChildren }): JSX.Element {
  const heading = useId();
  return (
    <section class="card" id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

/** Shows what was read, or why it could not be, with a way to try again: one part that fails leaves the others as they are. */
export function WhenLoaded<Value>({
  loaded,
  reload,
  children,
}: {
  loaded: Loaded<Value>;
  reload: () => void;
  children: (value: Value) => ComponentChildren;
}): JSX.Element {
  if (loaded.state === 'there') return <>{children(loaded.value)}</>;
  if (loaded.state === 'loading') return <p class="soft">{text('loading')}</p>;
  return (
    <div class="problem">
      <p role="alert">{loaded.reason}</p>
      <button type="button" onClick={reload}>
        {text('retry')}
      </button>
    </div>
  );
}
