import type { Page } from '@playwright/test';
import type { CorpusPage } from './corpus-page.ts';
import { findAll } from './open-page.ts';

/** A field whose value is another one than before. */
export interface ChangedField {
  /** Which target it belongs to; -1: none, which the code must not be in. */
  readonly target: number;
  readonly name: string;
  readonly value: string;
}

/** Remembers what stands in every field of a page, in frames and shadow roots, too. */
export async function rememberValues(page: Page, { targets }: CorpusPage): Promise<void> {
  for (const frame of page.frames()) await frame.evaluate(startRemembering);
  for (const [target, { selectors }] of targets.entries()) {
    for (const selector of selectors) {
      for (const { element } of await findAll(page, selector)) await element.evaluate(markTarget, target);
    }
  }
}

/** The fields that have changed since. */
export async function changedFields(page: Page): Promise<readonly ChangedField[]> {
  const changes = await Promise.all(page.frames().map((frame) => frame.evaluate(compareValues).catch(() => [])));
  return changes.flat();
}

/** What stands in the boxes of each target now. */
export async function targetValues(page: Page, { targets }: CorpusPage): Promise<readonly string[]> {
  const values = [];
  for (const { selectors } of targets) {
    let value = '';
    for (const selector of selectors) {
      for (const { element } of await findAll(page, selector)) {
        value += await element.evaluate((input) => (input as HTMLInputElement).value);
      }
    }
    values.push(value);
  }
  return values;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Memory {
  readonly values: Map<Field, string>;
  readonly targets: Map<Field, number>;
  fields(): Field[];
}

function startRemembering(): void {
  const world = globalThis as unknown as Record<symbol, unknown>;
  const rootOf = world[Symbol.for('lifeguard test: shadow root of')] as (host: Element) => ShadowRoot | null;
  const fields = (): Field[] => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        const inner = rootOf(element);
        if (inner !== null) roots.push(inner);
      }
    }
    // Hidden ones are the page's own: it copies there what a person has typed.
    const all = roots.flatMap((root) => [...root.querySelectorAll<Field>('input, textarea, select')]);
    return all.filter(({ type }) => type !== 'hidden');
  };
  const values = new Map(fields().map((field) => [field, field.value]));
  world[Symbol.for('lifeguard test: memory')] = { values, targets: new Map(), fields } satisfies Memory;
}

function markTarget(element: Element, target: number): void {
  const world = globalThis as unknown as Record<symbol, Memory>;
  world[Symbol.for('lifeguard test: memory')]!.targets.set(element as Field, target);
}

function compareValues(): ChangedField[] {
  const world = globalThis as unknown as Record<symbol, Memory>;
  const { values, targets, fields } = world[Symbol.for('lifeguard test: memory')]!;
  return fields()
    .filter((field) => field.value !== (values.get(field) ?? ''))
    .map((field) => ({
      target: targets.get(field) ?? -1,
      name: field.name || field.id || field.className,
      value: field.value,
    }));
}
