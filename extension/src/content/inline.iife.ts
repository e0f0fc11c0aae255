import { CHOOSER_PATH } from '../chooser/chooser-path.ts';
import type { InlineApi } from '../content-api.ts';
import { CODE_INPUT_TYPES } from '../detect/code-input-types.ts';
import { answerRequests, tell } from './messaging.ts';
import { type ChooserHost, showChooserAt } from './chooser-host.ts';
import { sharedFieldHandles } from './field-handles.ts';
import { onlyOnce } from './only-once.ts';
import { watchFields } from './watch-fields.ts';

// Beside the script that reads and fills, which the background brings when it wants to look at the fields. Within a frame nobody sees what
// the page around it does to the chooser.
if (window === window.top) onlyOnce('watches', watch);

function watch(): void {
  const handles = sharedFieldHandles();
  const dismissed = new WeakSet<HTMLInputElement>();
  let chooser: ChooserHost | undefined;
  let told = '';

  async function tellFields(): Promise<void> {
    const field = chooser?.boxes[0];
    try {
      await tell('fieldsChanged', { shownAt: field && handles.handleOf(field) });
    } catch {
      // A background that is just being replaced by a newer one does not answer: the next look tells again.
      told = '';
    }
  }

  /** Of what a page changes all the time only this makes a difference. */
  function tellChanges(fields: readonly HTMLInputElement[]): void {
    const usable = fields.filter((input) => input.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const now = usable.map((input) => `${handles.handleOf(input)}${input.matches(':disabled')}`).join();
    if (now === told) return;
    told = now;
    void tellFields();
  }

  function hide(): void {
    chooser?.remove();
    chooser = undefined;
  }

  function dismiss(): void {
    for (const box of chooser?.boxes ?? []) dismissed.add(box);
    hide();
  }

  function onKey(event: KeyboardEvent): void {
    const field = fieldOf(event);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;
    if (chooser === undefined || field === undefined || !isPlain || !chooser.boxes.includes(field)) return;
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'ArrowDown') chooser.enter();
    else dismiss();
  }

  answerRequests<InlineApi>({
    async showChooser({ challenge, boxes: ids }) {
      hide();
      const boxes = ids.map((id) => handles.inputOf(id)).filter((box) => box !== undefined);
      if (boxes.length < ids.length || boxes.some((box) => !box.isConnected || dismissed.has(box))) return;
      const pageUrl = chrome.runtime.getURL(CHOOSER_PATH);
      chooser = showChooserAt({ challenge, boxes, pageUrl, onDismissed: dismiss, onLost: hide });
    },
    async hideChooser() {
      hide();
    },
    async dismissChooser() {
      dismiss();
    },
    async refreshChooser() {
      chooser?.refresh();
    },
    vouchForChooser: async ({ challenge, isSeen }) => chooser?.challenge === challenge && chooser.vouch(isSeen),
  });

  addEventListener('keydown', onKey, { capture: true });
  addEventListener(
    'input',
    (event) => {
      const field = fieldOf(event);
      if (field !== undefined && chooser?.boxes.includes(field)) dismiss();
    },
    { capture: true, passive: true },
  );
  addEventListener(
    'focusin',
    (event) => {
      // The focus tells which of several fields is meant.
      const field = chooser === undefined ? fieldOf(event) : undefined;
      if (field !== undefined && CODE_INPUT_TYPES.has(field.type)) void tellFields();
    },
    { capture: true, passive: true },
  );
  watchFields({ onChange: tellChanges, signal: new AbortController().signal });
}

/** Where an event of the user happened, not one that the page made up. */
function fieldOf(event: Event): HTMLInputElement | undefined {
  const [target] = event.isTrusted ? event.composedPath() : [];
  return target instanceof HTMLInputElement ? target : undefined;
}
