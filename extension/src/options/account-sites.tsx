import { useId, useRef } from 'preact/hooks';
import type { AccountDescription } from '../messages/account-views-api.ts';
import type { Answer } from '../border.ts';
import { fillableOriginOf } from '../site/fillable-origin.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { InlineChoice } from '../ui/inline-choice.tsx';
import type { Status } from '../ui/status-line.tsx';
import { refusalText, text } from '../ui/text.ts';

interface Props {
  readonly account: AccountDescription;
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  readonly tell: (status: Status) => Promise<void>;
  /** Reads the settings anew. */
  readonly reload: () => Promise<void>;
}

/** The sites of one account, each with a way to unbind it, and a field for another. */
export function AccountSites({ account, revision, tell, reload }: Props) {
  const id = useId();
  const address = useRef<HTMLInputElement>(null);
  const title = accountTitle(account);

  async function report(answer: Answer<object, 'locked' | 'insecure-origin'>, done: string): Promise<void> {
    await tell(answer.ok ? { kind: 'news', text: done } : { kind: 'problem', text: refusalText(answer.reason) });
  }

  async function unbind(origin: string): Promise<void> {
    const answer = await ask('unbindOrigin', { id: account.id, origin });
    const coveredBy = answer.ok ? answer.coveredBy : undefined;
    await report(
      answer,
      coveredBy === undefined
        ? text('unbound', origin)
        : text('unboundCovered', origin, text('coverDomains', coveredBy)),
    );
  }

  async function bind(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = address.current;
    const origin = fillableOriginOf(field?.value ?? '');
    if (field === null || origin === undefined) return tell({ kind: 'problem', text: text('siteAddressInvalid') });
    await report(await ask('bindOrigin', { id: account.id, origin }), text('bound', origin));
    field.value = '';
  }

  return (
    <section class="account-sites" aria-label={title}>
      <h3>{title}</h3>
      <ul class="origins">
        {account.origins.map((origin) => (
          <li key={origin}>
            <span dir="ltr">{origin}</span>
            <InlineChoice origin={origin} revision={revision} onChanged={reload} />
            <button type="button" aria-label={`${text('removeSite')}: ${origin}`} onClick={() => void unbind(origin)}>
              {text('removeSite')}
            </button>
          </li>
        ))}
        {account.origins.length === 0 && <li class="hint">{text('boundNowhere')}</li>}
      </ul>
      <form class="row" onSubmit={bind} novalidate>
        <label class="visually-hidden" for={id}>
          {text('addSiteFor', title)}
        </label>
        <input ref={address} id={id} type="url" dir="ltr" placeholder="https://" autocomplete="off" />
        <button>{text('bind')}</button>
      </form>
    </section>
  );
}
