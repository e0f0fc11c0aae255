import type { TabPage } from './extension-browser.ts';

/** The texts of the elements that a selector finds in a page. */
export function shownTexts(page: TabPage, selector: string): Promise<readonly string[]> {
  return page.run(textsOf, selector);
}

function textsOf(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '');
}
