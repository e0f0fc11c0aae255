import { useEffect, useId, useState } from 'preact/hooks';
import type { RecoveryCode } from '../enrol/recovery-code.ts';
import type { AccountDescription } from '../messages/account-views-api.ts';
import { ask } from '../ui/ask.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { refusalText, text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

interface Props extends Pick<ViewProps, 'tell'> {
  readonly account: AccountDescription;
}

/** The recovery codes of an account, which are there for whoever asks for them. */
export function RecoveryCodes({ account, tell }: Props) {
  const id = useId();
  const [codes, setCodes] = useState<readonly RecoveryCode[]>();
  // Where the account is read anew its codes may be others. Those that are shown stay until the new ones are here.
  useEffect(() => {
    if (codes !== undefined) void read();
  }, [account]);
  if (account.recoveryCodes === 0) return null;
  const unused = (codes ?? []).filter(({ isUsed }) => !isUsed);

  async function read(): Promise<void> {
    const answer = await ask('readRecoveryCodes', { id: account.id });
    if (answer.ok) return setCodes(answer.codes);
    setCodes(undefined);
    await tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: true });
  }

  async function mark(code: string, isUsed: boolean): Promise<void> {
    const answer = await ask('markRecoveryCode', { id: account.id, code, isUsed });
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: true });
    await read();
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(unused.map(({ code }) => code).join('\n'));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return tell({ kind: 'problem', text: text('copyFailed') }, { changed: false });
    }
    await tell({ kind: 'news', text: text('recoveryCopied') }, { changed: false });
  }

  async function remove(): Promise<void> {
    const answer = await ask('removeRecoveryCodes', { id: account.id });
    setCodes(undefined);
    await tell(
      answer.ok
        ? { kind: 'news', text: text('recoveryRemoved') }
        : { kind: 'problem', text: refusalText(answer.reason) },
      { changed: true },
    );
  }

  return (
    <div class="recovery">
      <button
        type="button"
        class="wide"
        data-testid="show-recovery"
        aria-expanded={codes !== undefined}
        aria-controls={`${id}-codes`}
        onClick={codes === undefined ? read : () => setCodes(undefined)}
      >
        {codes === undefined ? text('recoveryShow', String(account.recoveryCodes)) : text('recoveryHide')}
      </button>
      <div id={`${id}-codes`} hidden={codes === undefined}>
        {codes !== undefined && (
          <>
            <p class="hint">{text('recoveryHint')}</p>
            <ul class="recovery-codes" data-testid="recovery-codes">
              {codes.map(({ code, isUsed }) => (
                <li key={code}>
                  <label class="choice">
                    <input
                      type="checkbox"
                      aria-label={text('recoveryUsed', code)}
                      checked={isUsed}
                      onChange={(event) => void mark(code, event.currentTarget.checked)}
                    />
                    <bdi dir="ltr">{isUsed ? <s>{code}</s> : code}</bdi>
                  </label>
                </li>
              ))}
            </ul>
            <div class="row">
              <button
                type="button"
                data-testid="copy-recovery"
                aria-disabled={unused.length === 0}
                onClick={() => unused.length > 0 && copy()}
              >
                {text('recoveryCopy')}
              </button>
              <ConfirmButton
                label={text('recoveryRemove')}
                question={text('recoveryRemoveConfirm')}
                testId="remove-recovery"
                onConfirmed={() => void remove()}
              />
            </div>
          </>
        )}
      </div>
    </div>
  );
}
