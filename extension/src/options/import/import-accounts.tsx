import { useState } from 'preact/hooks';
import type { ImportedExport } from '../../import/import-result.ts';
import type { ImportDescription } from '../../messages.ts';
import { ask } from '../../ui/ask.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import type { Status } from '../../ui/status-line.tsx';
import { refusalText, text } from '../../ui/text.ts';
import type { GivenExport } from './export-reader.ts';
import { ChooseExport } from './choose-export.tsx';
import { ImportList } from './import-list.tsx';
import { importErrorText } from './import-texts.ts';

interface Props {
  /** Reads the settings anew, too. */
  readonly tell: (status: Status) => Promise<void>;
}

type Step =
  | { readonly at: 'choose' | 'reading' | 'imported' }
  | { readonly at: 'password'; readonly given: GivenExport; readonly wasWrong: boolean }
  | { readonly at: 'preview'; readonly imported: ImportedExport; readonly preview: ImportDescription };

/** Accounts of other apps: choose, give the password, look, import, and take it back. The file is read in this page. */
export function ImportAccounts({ tell }: Props) {
  const [step, setStep] = useState<Step>({ at: 'choose' });

  async function fail(problem: string): Promise<void> {
    setStep({ at: 'choose' });
    await tell({ kind: 'problem', text: problem });
  }

  async function read(given: GivenExport, password = ''): Promise<void> {
    if (!belongTogether(given)) return fail(text('importOneFile'));
    setStep({ at: 'reading' });
    // Most people import once: the page opens without it.
    const { readGiven } = await import('./export-reader.ts');
    const result = await readGiven(given, password);
    if (!result.ok) {
      const asksForPassword = result.error === 'password-required' || result.error === 'wrong-password';
      if (!asksForPassword) return fail(importErrorText(result.error));
      return setStep({ at: 'password', given, wasWrong: result.error === 'wrong-password' });
    }
    const { entries, rejected, skipped, batches } = result;
    const imported: ImportedExport = { entries, rejected, skipped, batches };
    const answer = await ask('previewImport', { imported });
    if (!answer.ok) return fail(refusalText(answer.reason));
    setStep({ at: 'preview', imported, preview: answer.preview });
  }

  async function add(imported: ImportedExport): Promise<void> {
    const answer = await ask('importAccounts', { imported });
    if (!answer.ok) return fail(refusalText(answer.reason));
    setStep({ at: 'imported' });
    await tell({ kind: 'news', text: text('imported', String(answer.added)) });
  }

  async function undo(): Promise<void> {
    const answer = await ask('undoImport');
    if (!answer.ok) return fail(refusalText(answer.reason));
    setStep({ at: 'choose' });
    await tell({ kind: 'news', text: text('importUndone', String(answer.removed)) });
  }

  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{text('importTitle')}</h2>
      <p>{text('importText')}</p>
      {step.at === 'imported' && (
        <button type="button" data-testid="undo-import" onClick={() => void undo()}>
          {text('importUndo')}
        </button>
      )}
      {(step.at === 'choose' || step.at === 'imported') && <ChooseExport onGiven={(given) => void read(given)} />}
      {step.at === 'reading' && <p role="status">{text('importReading')}</p>}
      {step.at === 'password' && (
        <PasswordPrompt
          label={text('importPassword')}
          hint={text('importPasswordText')}
          problem={step.wasWrong ? refusalText('wrong-password') : undefined}
          button={text('importRead')}
          autocomplete="off"
          onPassword={(password) => read(step.given, password)}
          onCancel={() => setStep({ at: 'choose' })}
        />
      )}
      {step.at === 'preview' && (
        <ImportList
          preview={step.preview}
          onImport={() => void add(step.imported)}
          onCancel={() => setStep({ at: 'choose' })}
        />
      )}
    </section>
  );
}

/** Several files are one export when all are pictures, of the QR codes that it takes. */
function belongTogether(given: GivenExport): boolean {
  return 'text' in given || given.files.length === 1 || given.files.every(({ type }) => type.startsWith('image/'));
}
