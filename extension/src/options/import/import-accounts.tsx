import { useEffect, useState } from 'preact/hooks';
import type { ImportedExport, ImportError } from '../../import/import-result.ts';
import type { ImportDescription } from '../../messages/import-api.ts';
import { ask } from '../../ui/ask.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import type { Status } from '../../ui/status-line.tsx';
import { refusalText, text } from '../../ui/text.ts';
import type { GivenExport } from './export-reader.ts';
import { ChooseExport } from './choose-export.tsx';
import { useHeadingLedTo } from '../use-led-to.ts';
import { ImportList } from './import-list.tsx';
import { importErrorText } from './import-texts.ts';

interface Props {
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  /** Reads the settings anew, too. */
  readonly tell: (status: Status) => Promise<void>;
}

type Step =
  | { readonly at: 'choose' | 'reading' }
  | { readonly at: 'password'; readonly given: GivenExport; readonly wasWrong: boolean }
  | ({ readonly at: 'preview' } & Preview);

interface Preview {
  readonly imported: ImportedExport;
  readonly isBackup: boolean;
  readonly preview: ImportDescription;
}

/** Accounts of other apps: choose, give the password, look, import, and take it back. The file is read in this page. */
export function ImportAccounts({ revision, tell }: Props) {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [isUndoable, setUndoable] = useState(false);
  const [isUndoing, setUndoing] = useState(false);
  const heading = useHeadingLedTo('import');
  // What can be undone outlives this page, which may be loaded anew, and goes with the accounts.
  useEffect(() => void ask('canUndoImport').then(setUndoable), [revision]);

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
    if (!result.ok && result.error === 'unreadable') return fail(text('fileUnreadable'));
    const isBackup = result.format === 'lifeguard-backup';
    if (!result.ok) {
      const asksForPassword = result.error === 'password-required' || result.error === 'wrong-password';
      if (!asksForPassword)
        return fail(
          isEmptyPicture(given, result.error) ? text('importNoQrCode') : importErrorText(result.error, { isBackup }),
        );
      return setStep({ at: 'password', given, wasWrong: result.error === 'wrong-password' });
    }
    const { entries, rejected, skipped, batches } = result;
    const imported: ImportedExport = { entries, rejected, skipped, batches };
    const answer = await ask('previewImport', { imported });
    if (!answer.ok) return fail(refusalText(answer.reason));
    setStep({ at: 'preview', imported, isBackup, preview: answer.preview });
  }

  async function add({ imported, isBackup, preview }: Preview): Promise<void> {
    const answer = await ask('importAccounts', { imported, isBackup });
    if (!answer.ok) return fail(refusalText(answer.reason));
    setStep({ at: 'choose' });
    const { added, restored } = answer;
    const knowTheirSites = preview.accepted.every(({ origins }) => origins.length > 0);
    const accounts = text(knowTheirSites ? 'imported' : 'importedWithoutSite', String(added));
    const codes = text('importedCodes', String(restored));
    await tell({ kind: 'news', text: sentences([added > 0 && accounts, restored > 0 && codes], accounts) });
  }

  async function undo(): Promise<void> {
    if (isUndoing) return;
    setUndoing(true);
    const answer = await ask('undoImport');
    setUndoing(false);
    if (!answer.ok) return fail(refusalText(answer.reason));
    setUndoable(false);
    const { removed, stripped } = answer;
    const accounts = text('importUndone', String(removed));
    const codes = text('importCodesUndone', String(stripped));
    await tell({ kind: 'news', text: sentences([removed > 0 && accounts, stripped > 0 && codes], accounts) });
  }

  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import" ref={heading} tabIndex={-1}>
        {text('importTitle')}
      </h2>
      <p>{text('importText')}</p>
      {isUndoable && step.at === 'choose' && (
        <button type="button" data-testid="undo-import" aria-disabled={isUndoing} onClick={() => void undo()}>
          {text('importUndo')}
        </button>
      )}
      {step.at === 'choose' && <ChooseExport onGiven={(given) => void read(given)} />}
      {step.at === 'reading' && <p role="status">{text('importReading')}</p>}
      {step.at === 'password' && (
        <PasswordPrompt
          label={text('importPassword')}
          hint={text('importPasswordText')}
          problem={step.wasWrong ? text('importPasswordWrong') : undefined}
          button={text('importRead')}
          autocomplete="off"
          onPassword={(password) => read(step.given, password)}
          onCancel={() => setStep({ at: 'choose' })}
        />
      )}
      {step.at === 'preview' && (
        <ImportList preview={step.preview} onImport={() => add(step)} onCancel={() => setStep({ at: 'choose' })} />
      )}
    </section>
  );
}

/** Those that hold; `otherwise` when there is none. */
function sentences(said: readonly (string | false)[], otherwise: string): string {
  return said.filter((sentence) => sentence !== false).join(' ') || otherwise;
}

/** Several files are one export when all are pictures, of the QR codes that it takes. */
function belongTogether(given: GivenExport): boolean {
  return 'text' in given || given.files.length === 1 || given.files.every(({ type }) => type.startsWith('image/'));
}

/** Where a file would be empty, nothing was seen in a picture. */
function isEmptyPicture(given: GivenExport, error: ImportError): boolean {
  return error === 'empty' && 'files' in given && given.files.every(({ type }) => type.startsWith('image/'));
}
