/** Handles of a document's input fields: a number per element, the same as long as the element lives. */
export interface FieldHandles {
  handleOf(input: HTMLInputElement): number;
  inputOf(handle: number): HTMLInputElement | undefined;
}

// A symbol, because even in the extension's own world a name would be an element of the page that has it as its id.
const HANDLES = Symbol.for('lifeguard field handles');
const world = globalThis as { [HANDLES]?: FieldHandles };

/** Those of this document, for every script of the extension in it. */
export function sharedFieldHandles(): FieldHandles {
  return (world[HANDLES] ??= fieldHandles());
}

function fieldHandles(): FieldHandles {
  const handles = new WeakMap<HTMLInputElement, number>();
  const inputs: WeakRef<HTMLInputElement>[] = [];
  return {
    handleOf(input) {
      const known = handles.get(input);
      if (known !== undefined) return known;
      const handle = inputs.push(new WeakRef(input)) - 1;
      handles.set(input, handle);
      return handle;
    },
    inputOf: (handle) => inputs[handle]?.deref(),
  };
}
