import { useEffect, useRef, useState } from 'preact/hooks';
import { type ChosenNames, MAX_NAME_LENGTH } from '../account-name.ts';
import type { AddAnswer } from '../messages/accounts-api.ts';
import { ask } from '../ui/ask.ts';
import { SaidOnce } from '../ui/said-once.tsx';
import { refusalText, text } from '../ui/text.ts';
import { AddByHandForm } from './add-by-hand-form.tsx';
import { ImportButton } from './import-button.tsx';
import type { ViewProps } from './view-props.ts';

interface Props extends ViewProps {
  readonly onAdded: () => void;
}

/** Three ways to an account: from the page, from a link, by hand. */
export function AddAccount({ view, tell, onBegun, onAdded }: Props) {
  const uri = useRef<HTMLTextAreaElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const [isScanning, setScanning] = useState(false);
  const [isNameless, setNameless] = useState(false);
  const [isExport, setExport] = useState(false);
  useEffect(() => name.current?.focus(), [isNameless]);
  const [isAdding, setAdding] = useState(false);
  const { tabId, page } = view;

  async function report(answer: AddAnswer): Promise<void> {
    setExport(!answer.ok && answer.reason === 'migration');
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: false });
    await tell({ kind: 'news', text: text('added') }, { changed: true });
    onAdded();
  }

  async function addUri(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isAdding) return;
    setAdding(true);
    await report(await ask('addAccountByUri', { uri: uri.current?.value ?? '' }));
    setAdding(false);
  }

  async function scan(names?: ChosenNames): Promise<void> {
    if (isScanning || tabId === undefined) return;
    setScanning(true);
    const answer = await ask('setUpHere', { tabId, ...(names && { names }) });
    setScanning(false);
    setNameless(!answer.ok && answer.reason === 'no-name');
    setExport(!answer.ok && answer.reason === 'migration');
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: false });
    onBegun(answer.filled ? 'filled' : 'not-filled');
    await tell({ kind: 'news', text: text(answer.filled ? 'setUpFilled' : 'setUpNotFilled') }, { changed: true });
    onAdded();
  }

  async function onScan(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await scan(isNameless ? { account: name.current?.value ?? '' } : undefined);
  }

  return (
    <>
      {isExport && <ImportButton />}
      {page?.origin !== undefined && (
        <form id="scan-form" onSubmit={onScan} novalidate>
          {isNameless && (
            <>
              <label for="scan-name">{text('accountName')}</label>
              <input ref={name} id="scan-name" maxLength={MAX_NAME_LENGTH} autocomplete="off" />
            </>
          )}
          <button id="scan-page" class="wide" aria-disabled={isScanning}>
            {text(isScanning ? 'scanning' : 'scanPage')}
          </button>
        </form>
      )}
      <SaidOnce isOn={isScanning} says={text('scanning')} />
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
        <button id="add-uri" class="primary" aria-disabled={isAdding}>
          {text('add')}
        </button>
      </form>
      <details class="card">
        <summary id="by-hand">{text('byHand')}</summary>
        <AddByHandForm onAnswer={report} />
      </details>
    </>
  );
}
