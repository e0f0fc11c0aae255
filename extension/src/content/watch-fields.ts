import { CODE_INPUT_TYPES } from '../detect/code-input-types.ts';
import { scanRoots } from './shadow-roots.ts';

export interface FieldWatcher {
  /**
   * Called when inputs of a type that can hold a code may have come, gone or changed, never more than once for one idle time, with all
   * that are there.
   */
  readonly onChange: (fields: readonly HTMLInputElement[]) => void;
  readonly signal: AbortSignal;
}

/** The longest that a busy page keeps a rescan waiting. */
const IDLE_WITHIN_MILLIS = 500;
/** After a rescan that many times its own time passes before the next: a page that changes on and on pays a twentieth at most. */
const REST_FOR_WORK = 20;
const MAX_REST_MILLIS = 500;
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly', 'type', 'open', 'aria-hidden'],
};

/**
 * Watches a document and its shadow roots for fields that come late. The observers only mark the page as changed, whatever a
 * storm of changes it makes; when the browser is idle, roots are looked for anew and the listener is told. While no input is
 * there that could hold a code, changes of attributes are not told: only new nodes can bring one.
 */
export function watchFields({ onChange, signal }: FieldWatcher): void {
  const watched = new WeakSet<Node>();
  let isScheduled = false;
  let hasFields = false;
  let restsUntil = 0;

  const observer = new MutationObserver((changes) => {
    if (isScheduled) return;
    if (hasFields || changes.some(({ type }) => type === 'childList')) schedule();
  });

  function schedule(): void {
    isScheduled = true;
    const rest = restsUntil - performance.now();
    if (rest > 0) setTimeout(rescanWhenIdle, rest);
    else rescanWhenIdle();
  }

  function rescanWhenIdle(): void {
    requestIdleCallback(rescan, { timeout: IDLE_WITHIN_MILLIS });
  }

  function rescan(): void {
    isScheduled = false;
    if (signal.aborted) return;
    const begin = performance.now();
    const scanned = scanRoots(document);
    for (const { root } of scanned) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, OBSERVED);
      // A dialog has its place when its movement has ended.
      for (const event of ['transitionend', 'animationend']) {
        root.addEventListener(event, () => hasFields && !isScheduled && schedule(), { signal, passive: true });
      }
    }
    const had = hasFields;
    const fields = scanned.flatMap(({ named }) => named('input')).filter(({ type }) => CODE_INPUT_TYPES.has(type));
    hasFields = fields.length > 0;
    if (hasFields || had) onChange(fields);
    const end = performance.now();
    restsUntil = end + Math.min((end - begin) * REST_FOR_WORK, MAX_REST_MILLIS);
  }

  signal.addEventListener('abort', () => observer.disconnect());
  rescan();
}
