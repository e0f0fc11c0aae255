import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  /** Renders the control with what ties it to its texts. */
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  }) => ComponentChildren;
}

/** A control with its label, what it means, and what is wrong with its value. */
export function Field({ label, help, problem, children }: FieldProps): JSX.Element {
  const id = useId();
  const texts = `${id}-texts`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': texts, 'aria-invalid': problem !== undefined })}
      <div id={texts}>
        {problem !== undefined && <p class="problem-text">{problem}</p>}
        {help !== undefined && <p class="soft">{help}</p>}
      </div>
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
  readonly numeric?: boolean;
  readonly required?: boolean;
}

export function TextField({
  value,
  onChange,
  type = 'text',
  numeric = false,
  required = false,
  ...field
}: TextFieldProps): JSX.Element {
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange(currentTarget.value);
  const common = { value, required, onInput, autocomplete: 'off' } as const;
  return (
    <Field {...field}>
      {(control) =>
        type === 'date' ? (
          <input {...control} {...common} type="date" />
        ) : (
          <input {...control} {...common} type="text" {...(numeric ? { inputmode: 'numeric' as const } : {})} />
        )
      }
    </Field>
  );
}
