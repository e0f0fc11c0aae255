import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

/** For a page whose code field Lifeguard does not find, or takes another one for it. */
export function PickFieldButton({ tabId, tell }: Pick<ViewProps, 'tell'> & { readonly tabId: number }) {
  async function pick(): Promise<void> {
    const answer = await ask('pickField', { tabId });
    // The page says what to do.
    if (answer.ok) return window.close();
    await tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: answer.reason === 'locked' });
  }

  return (
    <button type="button" class="wide" data-testid="pick-field" onClick={pick}>
      {text('pickField')}
    </button>
  );
}
