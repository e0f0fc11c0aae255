import { DEFAULT_POOL_POLICY } from '@lifeguard/shared/mfa';
import type { JSX } from 'preact';
import { isMessageKey, text } from '../messages.ts';
import { Field, TextField } from '../parts/field.tsx';
import { FIELD_KINDS, type PolicyFieldName } from './policy-fields.ts';

interface PolicyFieldProps {
  readonly field: PolicyFieldName;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

export function PolicyField({ field, value, problem, onChange }: PolicyFieldProps): JSX.Element {
  const kind = FIELD_KINDS[field];
  const help = text('policy.default', {
    help: text(`policy.${field}.help`),
    value: showValue(field, String(DEFAULT_POOL_POLICY[field])),
  });
  const shared = { label: text(`policy.${field}`), help, problem };
  if (kind.kind !== 'choice') {
    return (
      <TextField
        {...shared}
        value={value}
        onChange={onChange}
        // A date field would hide a text that is no date.
        type={kind.kind === 'date' && /^(\d{4}-\d\d-\d\d)?$/.test(value) ? 'date' : 'text'}
        numeric={kind.kind === 'number'}
      />
    );
  }
  // A value that somebody has written past the rules is shown as it is, not as the nearest one that is allowed.
  const options = kind.options.includes(value) ? kind.options : [value, ...kind.options];
  return (
    <Field {...shared}>
      {(control) => (
        <select {...control} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          {options.map((option) => (
            <option key={option} value={option} selected={option === value}>
              {showValue(field, option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A value in words, and one that has none as it is. */
export function showValue(field: PolicyFieldName, value: string): string {
  if (value === '') return text('policy.value.none');
  const key = `policy.value.${value}`;
  return FIELD_KINDS[field].kind === 'choice' && isMessageKey(key) ? text(key) : value;
}
