import type { AccountDescription } from '../messages/account-views-api.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

interface Props extends Pick<ViewProps, 'tell'> {
  readonly account: AccountDescription;
}

/** The keys that an account had before, for the day on which its site turns out to want one of them. */
export function FormerKeys({ account, tell }: Props) {
  async function turnBack(replacedAtInMillis: number): Promise<void> {
    const answer = await ask('useFormerKey', { id: account.id, replacedAtInMillis });
    await tell(
      answer.ok ? { kind: 'news', text: text('formerKeyUsed') } : { kind: 'problem', text: refusalText(answer.reason) },
      { changed: true },
    );
  }

  return account.keysReplacedAtInMillis.map((replacedAtInMillis) => (
    <div key={replacedAtInMillis} data-testid="former-key">
      <p class="hint" id={`former-${account.id}-${replacedAtInMillis}`}>
        {text('formerKey', dayAndTime(replacedAtInMillis))}
      </p>
      <button
        type="button"
        class="wide"
        aria-describedby={`former-${account.id}-${replacedAtInMillis}`}
        onClick={() => void turnBack(replacedAtInMillis)}
      >
        {text('formerKeyUse')}
      </button>
    </div>
  ));
}

function dayAndTime(inMillis: number): string {
  const language = document.documentElement.lang;
  return new Date(inMillis).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}
