import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../ui/ask.ts';
import { accountTitle } from '../../ui/account-title.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import type { Status } from '../../ui/status-line.tsx';
import { refusalText, text } from '../../ui/text.ts';
import { readFile } from '../read-file.ts';
import { importErrorText } from '../import/import-texts.ts';

interface Props {
  readonly onDone: (status: Status) => Promise<void>;
  readonly onCancel: () => void;
}

const FORMAT = 'lifeguard-backup';

/** Reads a backup as restoring it would, and compares it with the vault. Nothing is written. */
export function TryBackup({ onDone, onCancel }: Props) {
  const id = useId();
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  // It is asked for again where it can't be read.
  useLayoutEffect(() => chooser.current?.focus(), [file]);

  async function tryWith(password: string): Promise<void> {
    if (file === undefined) return;
    const bytes = await readFile(file);
    if (bytes === undefined) {
      setFile(undefined);
      return setProblem(text('fileUnreadable'));
    }
    const { readExport } = await import('../../import/read-export.ts');
    const result = await readExport({ bytes, fileName: file.name, password });
    if (!result.ok) {
      const isAnother = result.format !== FORMAT;
      return setProblem(isAnother ? text('backupAnotherFile') : importErrorText(result.error, { isBackup: true }));
    }
    if (result.format !== FORMAT) return setProblem(text('backupAnotherFile'));
    const { entries, rejected, skipped, batches } = result;
    const answer = await ask('tryBackup', { imported: { entries, rejected, skipped, batches } });
    if (!answer.ok) return onDone({ kind: 'problem', text: refusalText(answer.reason) });
    const missing = answer.missing.map(accountTitle).join(', ');
    await onDone(
      answer.missing.length === 0
        ? { kind: 'news', text: text('backupHoldsAll', String(answer.held)) }
        : { kind: 'problem', text: text('backupLacks', missing) },
    );
  }

  function choose(chosen: File | undefined): void {
    setProblem(undefined);
    setFile(chosen);
  }

  if (file === undefined) {
    return (
      <div class="paste">
        <label for={id}>{text('backupChoose')}</label>
        <input
          ref={chooser}
          type="file"
          id={id}
          accept=".jwe"
          aria-describedby={`${id}-problem`}
          onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
        />
        {problem !== undefined && (
          <p id={`${id}-problem`} class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="row">
          <button type="button" onClick={onCancel}>
            {text('cancel')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <p class="hint">
        <bdi>{file.name}</bdi>
      </p>
      <PasswordPrompt
        label={text('backupItsPassword')}
        hint={text('backupItsPasswordHint')}
        problem={problem}
        button={text('backupTry')}
        autocomplete="current-password"
        onPassword={tryWith}
        onCancel={onCancel}
      />
    </>
  );
}
