import { DEFAULT_POOL_POLICY, POLICY_FIELDS, type PolicyFieldName } from '@lifeguard/shared/mfa';
import type { JSX } from 'preact';
import { isMessageKey, text } from '../messages.ts';
import { Field, TextField } from '../parts/field.tsx';

interface PolicyFieldProps {
  readonly field: PolicyFieldName;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

export function PolicyField({ field, value, problem, onChange }: PolicyFieldProps): JSX.Element {
  const { label, help: meaning, kind } = POLICY_FIELDS[field];
  const help = text('policy.default', {
    help: meaning,
    value: showValue(field, String(DEFAULT_POOL_POLICY[field])),
  });
  const shared = { label, help, problem };
  const choices = optionsOf(field);
  if (choices === undefined) {
    return (
      <TextField
        {...shared}
        value={value}
        onChange={onChange}
        // A date field would hide a text that is no date.
        type={kind === 'date' && /^(\d{4}-\d\d-\d\d)?$/.test(value) ? 'date' : 'text'}
        numeric={kind === 'number'}
      />
    );
  }
  // A value that somebody has written past the rules is shown as it is, not as the nearest one that is allowed.
  const options = choices.includes(value) ? choices : [value, ...choices];
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
  return optionsOf(field) !== undefined && isMessageKey(key) ? text(key) : value;
}

function optionsOf(field: PolicyFieldName): readonly string[] | undefined {
  const { kind, options } = POLICY_FIELDS[field];
  return kind === 'switch' ? ['true', 'false'] : options;
}
