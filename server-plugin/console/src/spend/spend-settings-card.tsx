import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask, type RealmAccess } from '../api/ask.ts';
import { text } from '../messages.ts';
import { Card, WhenLoaded } from '../parts/card.tsx';
import { TextField } from '../parts/field.tsx';
import { Outcome } from '../parts/outcome.tsx';
import { useChange } from '../parts/use-change.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { readAttributes, type RealmAttributes } from '../api/read-attributes.ts';
import { changedSettings, settingsOf, settingsProblems } from './spend-draft.ts';

/** The fields in their order; each is the realm attribute `lifeguard.{field}`. The monthly limit has a card of its own. */
const FIELDS = [
  'smsMaxPrice',
  'smsPrices',
  'smsAllowedCountries',
  'smsDeniedCountries',
  'smsPerUserPerHour',
  'smsPerNumberPerHour',
  'smsPerAddressPerHour',
  'smsPerHour',
] as const;

export function SpendSettingsCard({ access }: { access: RealmAccess }): JSX.Element {
  const { loaded, reload } = useLoaded(() => readAttributes(access));
  return (
    <Card id="spend-settings" title={text('settings.title')}>
      <WhenLoaded loaded={loaded} reload={reload}>
        {(attributes) => <SettingsForm access={access} attributes={attributes} onSaved={reload} />}
      </WhenLoaded>
    </Card>
  );
}

interface SettingsFormProps {
  readonly access: RealmAccess;
  readonly attributes: RealmAttributes;
  readonly onSaved: () => void;
}

function SettingsForm({ access, attributes, onSaved }: SettingsFormProps): JSX.Element {
  const [edits, setEdits] = useState<RealmAttributes>({});
  const change = useChange();
  const saved = settingsOf(attributes);
  const changed = changedSettings(attributes, edits);
  const problems = settingsProblems(attributes, edits);
  const hasChanges = Object.keys(changed).length > 0;

  function submit(event: Event): void {
    event.preventDefault();
    void change.run(async () => {
      await ask(access, '/lifeguard/sms/settings', { method: 'PUT', body: { attributes: changed } });
      setEdits({});
      onSaved();
    });
  }

  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{text('settings.legend')}</legend>
        {FIELDS.map((field) => {
          const name = `lifeguard.${field}`;
          return (
            <TextField
              key={field}
              label={text(`settings.${field}`)}
              help={text(`settings.${field}.help`)}
              problem={problems[name]}
              value={edits[name] ?? saved[name] ?? ''}
              onChange={(value) => setEdits((before) => ({ ...before, [name]: value }))}
            />
          );
        })}
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary" disabled={change.busy || !hasChanges || Object.keys(problems).length > 0}>
          {text('policy.save')}
        </button>
      </div>
      <Outcome change={hasChanges ? { ...change, done: false } : change} done={text('settings.saved')} />
    </form>
  );
}
