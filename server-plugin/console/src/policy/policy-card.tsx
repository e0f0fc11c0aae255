import {
  changedPolicyAttributes,
  POLICY_FIELDS,
  type PolicyFieldName,
  type PolicyFormValues,
  policyFormValues,
} from '@lifeguard/shared/mfa';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask, type RealmAccess } from '../api/ask.ts';
import { readAttributes, type RealmAttributes } from '../api/read-attributes.ts';
import { text } from '../messages.ts';
import { Card, WhenLoaded } from '../parts/card.tsx';
import { Outcome } from '../parts/outcome.tsx';
import { useChange } from '../parts/use-change.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { changesOf, mustAllowRequired, problemsOf } from './policy-draft.ts';
import { PolicyField, showValue } from './policy-field.tsx';
import { FIELD_GROUPS } from './policy-fields.ts';

export function PolicyCard({ access }: { access: RealmAccess }): JSX.Element {
  const { loaded, reload } = useLoaded(() => readAttributes(access));
  return (
    <Card id="policy" title={text('policy.title')}>
      <WhenLoaded loaded={loaded} reload={reload}>
        {(attributes) => <PolicyForm access={access} attributes={attributes} onSaved={reload} />}
      </WhenLoaded>
    </Card>
  );
}

interface PolicyFormProps {
  readonly access: RealmAccess;
  readonly attributes: RealmAttributes;
  readonly onSaved: () => void;
}

function PolicyForm({ access, attributes, onSaved }: PolicyFormProps): JSX.Element {
  const [edits, setEdits] = useState<Partial<PolicyFormValues>>({});
  const change = useChange();
  const draft = { ...policyFormValues(attributes), ...edits };
  const changes = changesOf(attributes, draft);
  const problems = problemsOf(attributes, draft);
  const mustAllow = mustAllowRequired(attributes, draft);
  const edit = (field: PolicyFieldName, value: string) => setEdits((before) => ({ ...before, [field]: value }));

  async function save(): Promise<void> {
    await ask(access, '/lifeguard/policy', {
      method: 'PUT',
      body: { attributes: changedPolicyAttributes(attributes, draft) },
    });
    setEdits({});
    onSaved();
  }

  function submit(event: Event): void {
    event.preventDefault();
    void change.run(save);
  }

  return (
    <form onSubmit={submit}>
      {FIELD_GROUPS.map(({ title, fields }) => (
        <fieldset key={title}>
          <legend>{text(title)}</legend>
          {fields.map((field) => (
            <PolicyField
              key={field}
              field={field}
              value={draft[field]}
              problem={field === 'mfaConfiguration' && mustAllow ? undefined : problems[field]}
              onChange={(value) => edit(field, value)}
            />
          ))}
          {mustAllow && fields.includes('mfaConfiguration') && (
            <Confirmation onConfirm={() => edit('requiredAfterCreation', 'allowed')} />
          )}
        </fieldset>
      ))}
      {changes.length > 0 && (
        <div class="changes">
          <h3>{text('policy.changes')}</h3>
          <ul>
            {changes.map(({ field, from, to }) => (
              <li key={field}>
                {text('policy.change', {
                  field: POLICY_FIELDS[field].label,
                  from: showValue(field, from),
                  to: showValue(field, to),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="actions">
        <button
          type="submit"
          class="primary"
          disabled={change.busy || changes.length === 0 || Object.keys(problems).length > 0}
        >
          {text('policy.save')}
        </button>
        {changes.length > 0 && (
          <button type="button" onClick={() => setEdits({})}>
            {text('policy.discard')}
          </button>
        )}
      </div>
      <Outcome change={changes.length === 0 ? change : { ...change, done: false }} done={text('policy.saved')} />
    </form>
  );
}

/** Whoever has no factor finds a set-up at the next sign-in, which nobody has told them of. */
function Confirmation({ onConfirm }: { onConfirm: () => void }): JSX.Element {
  return (
    <div class="warning" role="alert">
      <p>{text('policy.confirm.text')}</p>
      <button type="button" onClick={onConfirm}>
        {text('policy.confirm')}
      </button>
    </div>
  );
}
