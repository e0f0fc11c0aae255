import { readFileSync } from 'node:fs';
import type { BrowserContext, ElementHandle, Frame, Page } from '@playwright/test';
import { type CorpusPage, documentsOf } from './corpus-page.ts';

/** Lets the test see closed shadow roots; pages don't notice. */
function rememberShadowRoots(): void {
  const roots = new WeakMap<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  const rootOf = (element: Element) => element.shadowRoot ?? roots.get(element) ?? null;
  Object.defineProperty(globalThis, Symbol.for('lifeguard test: shadow root of'), { value: rootOf });
}

/** Time for a page to come to rest, in milliseconds. */
const SETTLING_IN_MILLIS = 700;

export async function prepareContext(context: BrowserContext): Promise<void> {
  // tsx wraps named functions in calls of this, in those that are sent to the page, too.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await context.addInitScript(rememberShadowRoots);
}

/** Shows a page of the corpus at its own origin, does what its label says, and lets it settle. No request gets out. */
export async function openCorpusPage(context: BrowserContext, corpus: string, label: CorpusPage): Promise<Page> {
  const page = await context.newPage();
  const documents = documentsOf(corpus, label);
  await page.route('**/*', async (route) => {
    const file = documents.get(route.request().url().split(/[?#]/)[0]!);
    if (file === undefined) return route.abort();
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(file) });
  });
  await page.goto(`${label.origin}/${label.file}`, { waitUntil: 'load' });
  for (const { click, wait } of label.prepare ?? []) {
    if (click !== undefined) await (await findOne(page, click))?.click();
    if (wait !== undefined) await page.waitForTimeout(wait);
  }
  await page.waitForTimeout(SETTLING_IN_MILLIS);
  return page;
}

export interface FoundElement {
  readonly frame: Frame;
  readonly element: ElementHandle<Element>;
}

/** All that a selector names; ` >>> ` steps into a frame or a shadow root. */
export async function findAll(page: Page, selector: string): Promise<readonly FoundElement[]> {
  const steps = selector.split(' >>> ');
  let frame = page.mainFrame();
  let root = await frame.evaluateHandle<Document | ShadowRoot | null>('document');
  for (const step of steps.slice(0, -1)) {
    const host = (await root.evaluateHandle((from, css) => from?.querySelector(css) ?? null, step)).asElement();
    if (host === null) return [];
    const inner = await host.contentFrame();
    if (inner === null) {
      root = await host.evaluateHandle((element) => {
        const name = Symbol.for('lifeguard test: shadow root of');
        return (globalThis as unknown as Record<symbol, (host: Element) => ShadowRoot | null>)[name]!(
          element as Element,
        );
      });
    } else {
      frame = inner;
      root = await frame.evaluateHandle<Document | ShadowRoot | null>('document');
    }
  }
  const list = await root.evaluateHandle((from, css) => [...(from?.querySelectorAll(css) ?? [])], steps.at(-1)!);
  const elements = [...(await list.getProperties()).values()].map((handle) => handle.asElement());
  return elements
    .filter((element) => element !== null)
    .map((element) => ({ frame, element: element as ElementHandle<Element> }));
}

async function findOne(page: Page, selector: string): Promise<ElementHandle<Element> | undefined> {
  return (await findAll(page, selector))[0]?.element;
}
