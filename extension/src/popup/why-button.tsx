import { ask } from '../ui/ask.ts';
import { text } from '../ui/text.ts';
import { openSettingsAt } from './open-settings.ts';

/** Leads to what speaks for and against every field of the page, on the options page. */
export function WhyButton({ tabId, isFound }: { readonly tabId: number; readonly isFound: boolean }) {
  async function explain(): Promise<void> {
    await ask('explainPage', { tabId });
    await openSettingsAt('why');
  }

  return (
    <button type="button" class="plain" data-testid="why" onClick={() => void explain()}>
      {text(isFound ? 'whyHere' : 'whyNotHere')}
    </button>
  );
}
