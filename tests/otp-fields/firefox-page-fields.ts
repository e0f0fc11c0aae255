import type { CorpusPage } from './corpus-page.ts';
import type { ChangedField } from './field-values.ts';

/** What is done in a page with the rights of the browser, which sees closed shadow roots and frames. */
export interface PageTask {
  readonly task: 'click' | 'remember' | 'compare';
  readonly selectors: readonly (readonly string[])[];
}

export interface PageFields {
  readonly changed: readonly ChangedField[];
  readonly values: readonly string[];
  readonly result: { readonly code: string } | undefined;
}

export function selectorsOf({ targets }: CorpusPage): readonly (readonly string[])[] {
  return targets.map(({ selectors }) => selectors);
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface World {
  memory?: Map<Field, string>;
  readonly wrappedJSObject?: Readonly<Record<string, (() => unknown) | undefined>>;
}

/** Runs in the page, and sees nothing of this file. The memory is in the sandbox, which lives as long as the document. */
export function doInPage({ task, selectors }: PageTask): PageFields | undefined {
  const world = globalThis as unknown as World;

  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page sees nothing outside of this function
  function innerOf(element: Element): Document | ShadowRoot | undefined {
    const { contentDocument } = element as HTMLIFrameElement;
    const root = (element as Element & { readonly openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
    return contentDocument ?? root ?? undefined;
  }

  function find(selector: string): Element[] {
    const steps = selector.split(' >>> ');
    let root: Document | ShadowRoot | undefined = document;
    for (const step of steps.slice(0, -1)) {
      const host: Element | null | undefined = root?.querySelector(step);
      root = host ? innerOf(host) : undefined;
    }
    return [...(root?.querySelectorAll(steps.at(-1)!) ?? [])];
  }

  function fields(): Field[] {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        const inner = innerOf(element);
        if (inner !== undefined) roots.push(inner);
      }
    }
    const all = roots.flatMap((root) => [...root.querySelectorAll<Field>('input, textarea, select')]);
    return all.filter(({ type }) => type !== 'hidden');
  }

  const targets = selectors.map((list) => list.flatMap(find) as Field[]);
  if (task === 'click') {
    (targets[0]?.[0] as HTMLElement | undefined)?.click();
    return undefined;
  }
  if (task === 'remember') {
    world.memory = new Map(fields().map((field) => [field, field.value]));
    return undefined;
  }
  const { memory } = world;
  const result = (window as unknown as World).wrappedJSObject?.['__result']?.();
  return {
    changed: fields()
      .filter((field) => field.value !== (memory?.get(field) ?? ''))
      .map((field) => ({
        target: targets.findIndex((boxes) => boxes.includes(field)),
        name: field.name || field.id || field.className,
        value: field.value,
      })),
    values: targets.map((boxes) => boxes.map(({ value }) => value).join('')),
    result: result === undefined ? undefined : (JSON.parse(JSON.stringify(result)) as { readonly code: string }),
  };
}
