import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { isOffered } from './chooser.ts';
import { CODE_PAGE } from './loopback-site.ts';

const folder = join(import.meta.dirname, '../attack-pages');

export const ATTACKS: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''));

/** Every attack by its path, and the page without any. */
export const ATTACK_SITE: Readonly<Record<string, string>> = {
  '/': CODE_PAGE,
  '/after': CODE_PAGE,
  ...Object.fromEntries(
    ATTACKS.map((name) => [`/${name}`, CODE_PAGE + readFileSync(join(folder, `${name}.html`), 'utf8')]),
  ),
};

/** A browser with the extension, an account of the site, and codes at the field there. */
export interface AttackedBrowser {
  goto(url: string): Promise<void>;
  run<Args extends readonly unknown[], Result>(script: (...args: Args) => Result, ...args: Args): Promise<Result>;
  press(x: number, y: number): Promise<void>;
  /** Goes from the field into the chooser and presses Enter. */
  pressKeys(): Promise<void>;
  pause(millis: number): Promise<void>;
}

export interface Attacked {
  readonly origin: string;
  /** Of another site. */
  readonly other: string;
  /** The chooser's own address. */
  readonly chooser: string;
}

/** A chooser takes a press only after a time without any change, which nothing outside of it can see: three times that of half a second. */
export const ARMED_AFTER_MILLIS = 1500;
const OFFERED_WITHIN_MILLIS = 15_000;
const FILLED_WITHIN_MILLIS = 25_000;
/** Longer than the next code is awaited. */
const CODE_WITHIN_MILLIS = 7_000;
const NOT_FILLED_WITHIN_MILLIS = 1500;
/** A press that comes this long after the attack has ended meets a chooser that the user has had time to see. */
const SEEN_AFTER_MILLIS = 500;
/** On a busy machine a press may take longer than that. */
const ATTEMPTS = 5;

/** The attack brings no code into the page, and without it the same press does. */
export async function expectNoCode(name: string, site: Attacked, browser: AttackedBrowser): Promise<void> {
  const query = new URLSearchParams({ other: site.other, chooser: site.chooser });
  let outcome = await attack(`${site.origin}/${name}?${query}`, browser);
  for (let attempt = 1; outcome.codes.length > 0 && outcome.cameLate && attempt < ATTEMPTS; attempt += 1) {
    outcome = await attack(`${site.origin}/${name}?${query}`, browser);
  }
  expect.soft(outcome.codes, `codes in ${name}`).toEqual([]);

  await browser.goto(`${site.origin}/${name}?honest&${query}`);
  await offered(browser);
  const honest = await browser.run(begin, false);
  await expect
    .soft(async () => {
      // One that comes too soon is none, and starts the time anew.
      await browser.pause(ARMED_AFTER_MILLIS);
      await press(browser, honest);
      await expect.poll(() => browser.run(codesInPage), { timeout: CODE_WITHIN_MILLIS }).toHaveLength(1);
    }, `the code in ${name} without the attack`)
    .toPass({ timeout: FILLED_WITHIN_MILLIS });
}

/** `cameLate`: the page let go of the chooser long enough before the press, so that a code would be the user's own choice. */
async function attack(url: string, browser: AttackedBrowser): Promise<{ codes: readonly string[]; cameLate: boolean }> {
  await browser.goto(url);
  await offered(browser);
  // The attack begins on a chooser that takes a press already.
  await browser.pause(ARMED_AFTER_MILLIS);
  const plan = await browser.run(begin, true);
  await browser.pause(ARMED_AFTER_MILLIS);
  const letGoAt = performance.now();
  if (!plan.noPress) {
    await browser.run(beforePress);
    await browser.pause(200);
    await press(browser, plan);
  }
  const cameLate = plan.endsBeforePress && performance.now() - letGoAt >= SEEN_AFTER_MILLIS;
  await browser.pause(NOT_FILLED_WITHIN_MILLIS);
  return { codes: await browser.run(codesInPage), cameLate };
}

function offered(browser: AttackedBrowser): Promise<void> {
  return expect.poll(() => browser.run(isOffered), { timeout: OFFERED_WITHIN_MILLIS }).toBe(true);
}

async function press(browser: AttackedBrowser, { byKeys, x, y }: ReturnType<typeof begin>): Promise<void> {
  if (byKeys) await browser.pressKeys();
  else await browser.press(x, y);
}

interface AttackPage {
  readonly attack?: () => void;
  readonly beforePress?: () => void;
  readonly offset?: { readonly x: number; readonly y: number };
  readonly byKeys?: boolean;
  readonly noPress?: boolean;
}

/** Where the first account stands in the chooser below the field. */
function begin(attacks: boolean) {
  const page = document.defaultView as unknown as AttackPage;
  const field = document.querySelector('input')!.getBoundingClientRect();
  if (attacks) page.attack?.();
  const offset = (attacks ? page.offset : undefined) ?? { x: 0, y: 0 };
  const { byKeys = false, noPress = false } = page;
  const endsBeforePress = page.beforePress !== undefined;
  return { x: field.x + 60 + offset.x, y: field.bottom + 84 + offset.y, byKeys, noPress, endsBeforePress };
}

function beforePress(): void {
  const page = document.defaultView as unknown as AttackPage;
  page.beforePress?.();
}

/** Six digits in any field, text or title, in frames that the page can see too. */
function codesInPage(): readonly string[] {
  const documents = [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)];
  const texts = documents.flatMap((one) => [
    one?.title ?? '',
    one?.body?.textContent ?? '',
    ...[...(one?.querySelectorAll('input') ?? [])].map(({ value }) => value),
  ]);
  return texts.flatMap((text) => text.match(/\b\d{6}\b/g) ?? []);
}
