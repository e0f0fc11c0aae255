import type { ComponentChild } from 'preact';
import { text } from './text.ts';

/** What a page shows until it knows more: as in its HTML, so that nothing moves. */
export function PageSkeleton({ brand }: { readonly brand: ComponentChild }) {
  return (
    <>
      {brand}
      <div class="waiting" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p class="visually-hidden">{text('loading')}</p>
    </>
  );
}
