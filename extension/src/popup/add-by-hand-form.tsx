import { OTP_ALGORITHMS, OTP_DEFAULTS } from '@lifeguard/shared/otp';
import { useState } from 'preact/hooks';
import type { AddAnswer } from '../messages/accounts-api.ts';
import { ask } from '../ui/ask.ts';
import { text } from '../ui/text.ts';

export function AddByHandForm({ onAnswer }: { readonly onAnswer: (answer: AddAnswer) => Promise<void> }) {
  const [isBusy, setBusy] = useState(false);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    await add(new FormData(event.currentTarget as HTMLFormElement));
    setBusy(false);
  }

  async function add(fields: FormData): Promise<void> {
    const value = (name: string): string => String(fields.get(name) ?? '');
    await onAnswer(
      await ask('addAccountByHand', {
        issuer: value('issuer'),
        account: value('account'),
        secret: value('secret'),
        algorithm: value('algorithm'),
        digits: value('digits'),
        periodInSeconds: value('period'),
      }),
    );
  }

  return (
    <form id="by-hand-form" onSubmit={submit} novalidate>
      <label for="hand-issuer">{text('issuer')}</label>
      <input id="hand-issuer" name="issuer" autocomplete="off" />
      <label for="hand-account">{text('accountName')}</label>
      <input id="hand-account" name="account" autocomplete="off" />
      <label for="hand-secret">{text('secret')}</label>
      <input
        id="hand-secret"
        name="secret"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="secret-hint"
      />
      <p id="secret-hint" class="hint">
        {text('secretHint')}
      </p>
      <details>
        <summary>{text('more')}</summary>
        <label for="hand-digits">{text('digits')}</label>
        <input id="hand-digits" name="digits" inputmode="numeric" defaultValue={String(OTP_DEFAULTS.digits)} />
        <label for="hand-period">{text('period')}</label>
        <input id="hand-period" name="period" inputmode="numeric" defaultValue={String(OTP_DEFAULTS.periodInSeconds)} />
        <label for="hand-algorithm">{text('algorithm')}</label>
        <select id="hand-algorithm" name="algorithm">
          {OTP_ALGORITHMS.map((algorithm) => (
            <option key={algorithm}>{algorithm}</option>
          ))}
        </select>
      </details>
      <button id="add-by-hand" class="primary" aria-disabled={isBusy}>
        {text('add')}
      </button>
    </form>
  );
}
