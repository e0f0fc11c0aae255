import { CODE_INPUT_TYPES } from '../detect/code-input-types.ts';

const MAX_PICK_IN_MILLIS = 60_000;

/**
 * Lets the user name the code field: by a click on it, or by Enter while it has the focus. Escape gives up. Only what a person
 * does counts, not what the page makes up.
 */
export function pickField(onPicked: (input: HTMLInputElement) => void): void {
  const picking = new AbortController();
  const signal = AbortSignal.any([picking.signal, AbortSignal.timeout(MAX_PICK_IN_MILLIS)]);
  const note = showNote(chrome.i18n.getMessage('pickNote'));
  signal.addEventListener('abort', () => note.remove());

  function pick(event: Event): void {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof HTMLInputElement) || !CODE_INPUT_TYPES.has(target.type)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    picking.abort();
    onPicked(target);
  }
  addEventListener('click', pick, { capture: true, signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') pick(event);
      if (event.key === 'Escape' && event.isTrusted) picking.abort();
    },
    { capture: true, signal },
  );
}

/** What to do, on top of the page, out of reach of its styles. */
function showNote(text: string): HTMLElement {
  const host = document.createElement('div');
  host.setAttribute('role', 'status');
  const shown = document.createElement('p');
  shown.textContent = text;
  shown.style.cssText =
    'position:fixed;inset:1rem 1rem auto;margin:0;padding:.75rem 1rem;font:16px/1.4 system-ui;color:CanvasText;background:Canvas;border:2px solid;border-radius:8px;z-index:2147483647;pointer-events:none';
  host.attachShadow({ mode: 'closed' }).append(shown);
  document.documentElement.append(host);
  return host;
}
