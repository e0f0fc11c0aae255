import { text } from '../ui/text.ts';

/** The head of the settings while they are closed: as in their HTML, so that nothing moves. */
export function Brand() {
  return (
    <header class="title">
      <p>
        <img src="/icons/lifeguard.svg" alt="" width="36" height="36" />
        <span>{text('optionsTitle')}</span>
      </p>
    </header>
  );
}
