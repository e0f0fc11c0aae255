import { browser } from '../browser.ts';
import { ask } from '../ui/ask.ts';
import { text } from '../ui/text.ts';

/** The place on the options page, which is long. */
const WHY_PAGE = 'src/options/index.html#why';

/** Leads to what speaks for and against every field of the page, on the options page. */
export function WhyButton({ tabId, isFound }: { readonly tabId: number; readonly isFound: boolean }) {
  async function explain(): Promise<void> {
    await ask('explainPage', { tabId });
    await browser.tabs.create({ url: browser.runtime.getURL(WHY_PAGE) });
    window.close();
  }

  return (
    <button type="button" class="plain" data-testid="why" onClick={() => void explain()}>
      {text(isFound ? 'whyHere' : 'whyNotHere')}
    </button>
  );
}
