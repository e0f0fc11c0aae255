import { text } from '../ui/text.ts';

/** The head of the settings while they are closed: as in their HTML, so that nothing moves. */
export function Brand() {
  return (
    <header class="title">
      <p>
        <span class="logo" />
        <span>{text('optionsTitle')}</span>
      </p>
    </header>
  );
}
