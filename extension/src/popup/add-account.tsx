import { useRef, useState } from 'preact/hooks';
import type { AddAnswer } from '../messages.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import { AddByHandForm } from './add-by-hand-form.tsx';
import type { ViewProps } from './view-props.ts';

interface Props extends ViewProps {
  readonly onAdded: () => void;
}

/** Three ways to an account: from the page, from a link, by hand. */
export function AddAccount({ view, tell, onBegun, onAdded }: Props) {
  const uri = useRef<HTMLTextAreaElement>(null);
  const [isScanning, setScanning] = useState(false);
  const { tabId, page } = view;

  async function report(answer: AddAnswer): Promise<void> {
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: false });
    await tell({ kind: 'news', text: text('added') }, { changed: true });
    onAdded();
  }

  async function addUri(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await report(await ask('addAccountByUri', { uri: uri.current?.value ?? '' }));
  }

  async function scan(): Promise<void> {
    if (isScanning || tabId === undefined) return;
    setScanning(true);
    const answer = await ask('setUpHere', { tabId });
    setScanning(false);
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: false });
    onBegun(answer.filled ? 'filled' : 'not-filled');
    await tell({ kind: 'news', text: text(answer.filled ? 'setUpFilled' : 'setUpNotFilled') }, { changed: true });
    onAdded();
  }

  return (
    <>
      {page?.origin !== undefined && (
        <button id="scan-page" type="button" class="wide" aria-disabled={isScanning} onClick={scan}>
          {text(isScanning ? 'scanning' : 'scanPage')}
        </button>
      )}
      <form id="add-uri-form" class="card" onSubmit={addUri} novalidate>
        <label for="uri">{text('uri')}</label>
        <textarea
          ref={uri}
          id="uri"
          rows={3}
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="uri-hint"
        />
        <p id="uri-hint" class="hint">
          {text('uriHint')}
        </p>
        <button id="add-uri" class="primary">
          {text('addUri')}
        </button>
      </form>
      <details class="card">
        <summary id="by-hand">{text('byHand')}</summary>
        <AddByHandForm onAnswer={report} />
      </details>
    </>
  );
}
