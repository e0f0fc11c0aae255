import type { AccountDescription } from '../messages/account-views-api.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text, type TextKey } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

interface Props extends Pick<ViewProps, 'tell'> {
  readonly account: AccountDescription;
  /** Whether the form still waits to be sent, so that there is nothing to decide. */
  readonly isUnsent: boolean;
}

/** An account that its site has not accepted yet, with the user's way to decide. */
export function StagedNote({ account, isUnsent, tell }: Props) {
  const title = accountTitle(account);

  async function decide(request: 'keepAccount' | 'removeAccount', done: TextKey): Promise<void> {
    const answer = await ask(request, { id: account.id });
    await tell(answer.ok ? { kind: 'news', text: text(done) } : { kind: 'problem', text: refusalText(answer.reason) }, {
      changed: true,
    });
  }

  return (
    <div class="staged" data-testid="staged">
      <p>{text(noteKey(account))}</p>
      {!isUnsent && (
        <>
          <button
            type="button"
            data-testid="keep"
            aria-label={text('keepFor', title)}
            onClick={() => decide('keepAccount', 'kept')}
          >
            {text('keep')}
          </button>
          <button
            type="button"
            data-testid="discard"
            aria-label={text('discardFor', title)}
            onClick={() => decide('removeAccount', 'discarded')}
          >
            {text('discard')}
          </button>
        </>
      )}
    </div>
  );
}

function noteKey({ enrolment }: AccountDescription): TextKey {
  if (enrolment === 'refused') return 'stagedRefused';
  if (enrolment === 'doubtful') return 'stagedDoubtful';
  return enrolment === 'cancelled' ? 'stagedCancelled' : 'stagedWaiting';
}
