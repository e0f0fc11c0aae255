import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { AccountDescription } from '../messages/account-views-api.ts';
import type { Answer } from '../border.ts';
import { MAX_NAME_LENGTH } from '../account-name.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { refusalText, text } from '../ui/text.ts';
import { useOpener } from '../ui/use-opener.ts';
import { AddRecoveryCodes } from './add-recovery-codes.tsx';
import { Consent } from './consent.tsx';
import { FormerKeys } from './former-keys.tsx';
import { PickFieldButton } from './pick-field-button.tsx';
import { PoolNote } from './pool-note.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SiteChoices } from './site-choices.tsx';
import { siteOf } from './this-site.ts';
import type { ViewProps } from './view-props.ts';

interface Props extends ViewProps {
  readonly account: AccountDescription;
}

/** Of Latin, Arabic and Chinese or Japanese texts. */
const TAG_SEPARATORS = /[,،、，]/;

/** In pixels. With less of the details in sight it would look as if nothing had come. */
const SEEN_AT_LEAST = 96;

/** What was pressed stays where it is, where that can be: a second press shall not meet another button there. */
function showBeginOf(details: HTMLElement | null): void {
  if (details === null) return;
  if (innerHeight - details.getBoundingClientRect().top >= SEEN_AT_LEAST) return;
  details.closest('.account')?.scrollIntoView({ block: 'nearest' });
}

/** Where an account is filled, its name, and the way out of the vault. */
export function AccountDetails({ account, view, tell }: Props) {
  const id = useId();
  const issuer = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const tags = useRef<HTMLInputElement>(null);
  const details = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  const opener = useOpener(isAsking);
  useEffect(() => showBeginOf(details.current), []);
  const site = siteOf(view.page);
  const isBoundHere = view.page?.accountIds.includes(account.id) === true;
  const lookAlike = view.page?.lookAlike;
  // The first site of an account is its own; each further one is asked about.
  const needsConsent = account.origins.length > 0 || lookAlike !== undefined;

  async function report(answer: Answer<object, 'locked' | 'insecure-origin'>, done: string): Promise<void> {
    await tell(answer.ok ? { kind: 'news', text: done } : { kind: 'problem', text: refusalText(answer.reason) }, {
      changed: true,
    });
  }

  async function bind(): Promise<void> {
    if (site === undefined) return;
    setAsking(false);
    await report(await ask('bindOrigin', { id: account.id, origin: site }), text('bound', site));
  }

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const names = { issuer: issuer.current?.value ?? '', account: name.current?.value ?? '' };
    const edited = { id: account.id, ...names, tags: (tags.current?.value ?? '').split(TAG_SEPARATORS) };
    await report(await ask('editAccount', edited), text('changesSaved'));
  }

  async function remove(): Promise<void> {
    await report(await ask('removeAccount', { id: account.id }), text('removed'));
  }

  return (
    <div class="account-details" ref={details}>
      <p class="hint">{account.origins.length === 0 ? text('boundNowhere') : text('boundTo')}</p>
      {account.origins.length > 0 && (
        <ul class="origins">
          {account.origins.map((bound) => (
            <li key={bound} dir="ltr">
              {bound}
            </li>
          ))}
        </ul>
      )}
      {site !== undefined && !isBoundHere && !isAsking && (
        <button
          ref={opener}
          type="button"
          class="wide"
          data-testid="bind"
          onClick={needsConsent ? () => setAsking(true) : () => void bind()}
        >
          {text('useAtThisSite', site)}
        </button>
      )}
      {site !== undefined && isAsking && (
        <Consent
          known={account.origins}
          asking={site}
          lookAlike={lookAlike}
          onAllow={() => void bind()}
          onCancel={() => setAsking(false)}
        />
      )}
      <SiteChoices
        account={account}
        site={isBoundHere ? site : undefined}
        onAnswer={(answer) => report(answer, text('saved'))}
      />
      {isBoundHere && view.page?.codeField === 'totp' && view.tabId !== undefined && (
        <PickFieldButton tabId={view.tabId} tell={tell} />
      )}
      {account.pool !== undefined && <PoolNote issuer={account.pool} />}
      <RecoveryCodes account={account} tell={tell} />
      <AddRecoveryCodes account={account} tell={tell} />
      <FormerKeys account={account} tell={tell} />
      <form class="edit" onSubmit={save}>
        <label for={`${id}-issuer`}>{text('issuer')}</label>
        <input
          ref={issuer}
          id={`${id}-issuer`}
          name="issuer"
          defaultValue={account.issuer}
          maxLength={MAX_NAME_LENGTH}
          autocomplete="off"
        />
        <label for={`${id}-account`}>{text('accountName')}</label>
        <input
          ref={name}
          id={`${id}-account`}
          name="account"
          defaultValue={account.account}
          maxLength={MAX_NAME_LENGTH}
          autocomplete="off"
        />
        <label for={`${id}-tags`}>{text('tags')}</label>
        <input
          ref={tags}
          id={`${id}-tags`}
          name="tags"
          defaultValue={account.tags.join(', ')}
          autocomplete="off"
          aria-describedby={`${id}-tags-hint`}
        />
        <p id={`${id}-tags-hint`} class="hint">
          {text('tagsHint')}
        </p>
        <div class="row">
          <button data-testid="save-changes">{text('saveChanges')}</button>
          <ConfirmButton
            label={text('remove')}
            question={text('removeConfirm')}
            name={`${text('remove')}: ${accountTitle(account)}`}
            testId="remove"
            onConfirmed={() => void remove()}
          />
        </div>
      </form>
    </div>
  );
}
