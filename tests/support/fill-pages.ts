import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Popup } from './popup.ts';

const folder = join(import.meta.dirname, '../fill-pages');

/** What the popup says of the pages that do not end with the code in them; what `entered()` gives is the code else. */
const TOLD: Readonly<Record<string, string>> = {
  'keeps-nothing': 'The page did not keep the code. Copy it and paste it yourself.',
  'number-without-zero': 'The page dropped the 0 in front of the code. If it refuses the code, type it yourself.',
  'text-of-the-user': 'The field already holds something that isn’t a code. Lifeguard left it as it is.',
};

const ENTERED: Readonly<Record<string, RegExp>> = {
  'keeps-nothing': /^$/,
  'number-without-zero': /^[1-9]\d{0,4}$/,
  'text-of-the-user': /^my own words$/,
};

/** The one document in which the pages are shown: another one would get the next code. */
export const STAGE = `<!doctype html>
<html lang="en">
  <title>Two-factor sign-in</title>
  <style>fieldset input { width: 2rem; }</style>
  <main></main>
</html>`;

export const FILL_PAGES: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''));

export interface Stage {
  /** Runs a function in the page. */
  run<Args extends readonly unknown[], Result>(script: (...args: Args) => Result, ...args: Args): Promise<Result>;
  openPopup(): Promise<Popup>;
}

/** Shows a page, fills it as a user does, and compares what the page itself believes with one of the codes. */
export async function fillOnStage(name: string, stage: Stage, codes: readonly string[]): Promise<void> {
  await stage.run(show, readFileSync(join(folder, `${name}.html`), 'utf8'));
  const popup = await stage.openPopup();
  const message = TOLD[name];
  if (message === undefined) {
    await popup.fill();
    expect(codes, `what ${name} believes was entered`).toContain(await stage.run(entered));
  } else {
    await popup.click('[data-testid="fill"]');
    await expect.poll(() => popup.text('#problem'), name).toBe(message);
    await popup.close();
    expect(await stage.run(entered), name).toMatch(ENTERED[name]!);
  }
}

function show(html: string): void {
  const main = document.querySelector('main')!;
  main.innerHTML = html;
  for (const written of main.querySelectorAll('script')) {
    const script = document.createElement('script');
    script.type = written.type;
    script.textContent = written.textContent;
    written.replaceWith(script);
  }
}

function entered(): string {
  // Firefox runs this in a sandbox, whose global object is not the page's.
  return (document.defaultView as unknown as { readonly entered: () => string }).entered();
}
