import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
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

/** Longer than the chooser takes to appear and to take a press. */
const ARMED_AFTER_MILLIS = 1500;
const FILLED_WITHIN_MILLIS = 15_000;
const NOT_FILLED_WITHIN_MILLIS = 1500;

/** The attack brings no code into the page, and without it the same press does. */
export async function expectNoCode(name: string, site: Attacked, browser: AttackedBrowser): Promise<void> {
  const query = new URLSearchParams({ other: site.other, chooser: site.chooser });
  await browser.goto(`${site.origin}/${name}?${query}`);
  await gesture(browser, { attacks: true });
  await browser.pause(NOT_FILLED_WITHIN_MILLIS);
  expect.soft(await browser.run(codesInPage), `codes in ${name}`).toEqual([]);

  await browser.goto(`${site.origin}/${name}?honest&${query}`);
  await gesture(browser, { attacks: false });
  await expect
    .soft(async () => expect(await browser.run(codesInPage)).toHaveLength(1), `the code in ${name} without the attack`)
    .toPass({ timeout: FILLED_WITHIN_MILLIS });
}

async function gesture(browser: AttackedBrowser, { attacks }: { readonly attacks: boolean }): Promise<void> {
  // An attack begins on a chooser that takes a press already.
  if (attacks) await browser.pause(ARMED_AFTER_MILLIS);
  const plan = await browser.run(begin, attacks);
  await browser.pause(ARMED_AFTER_MILLIS);
  if (attacks && plan.noPress) return;
  await browser.run(beforePress, attacks);
  if (attacks) await browser.pause(200);
  if (plan.byKeys) await browser.pressKeys();
  else await browser.press(plan.x, plan.y);
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
  return { x: field.x + 60 + offset.x, y: field.bottom + 84 + offset.y, byKeys, noPress };
}

function beforePress(attacks: boolean): void {
  const page = document.defaultView as unknown as AttackPage;
  if (attacks) page.beforePress?.();
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
