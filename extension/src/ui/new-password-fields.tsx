import { useMemo, useRef, useState } from 'preact/hooks';
import { ask } from './ask.ts';
import { type NewPassword, newPasswordProblem } from './new-password.ts';
import { text } from './text.ts';

/** The two fields of a new password, and what was typed into them. */
export interface NewPasswordFields {
  /** To be put into the form. */
  readonly fields: preact.JSX.Element;
  focus(field: keyof NewPassword): void;
  /** The password, or why it is none. */
  read(): Promise<{ readonly password: string } | NonNullable<ReturnType<typeof newPasswordProblem>>>;
}

/**
 * A password is typed twice, because nobody can recover it. How long it has to be, the organisation may say.
 * @param problemId of the element that says what is wrong with it
 */
export function useNewPasswordFields(label: string, problemId: string): NewPasswordFields {
  const [first, second] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [minLength, setMinLength] = useState<number>();
  // The browser may take a while to know it.
  const policy = useMemo(() => {
    const asked = ask('readPolicy');
    void asked.then(({ minPasswordLength }) => setMinLength(minPasswordLength));
    return asked;
  }, []);
  return {
    focus: (field) => (field === 'password' ? first : second).current?.focus(),
    async read() {
      const typed = { password: first.current?.value ?? '', again: second.current?.value ?? '' };
      return newPasswordProblem(typed, (await policy).minPasswordLength) ?? typed;
    },
    fields: (
      <>
        <label for="new-password">{label}</label>
        <input
          ref={first}
          id="new-password"
          type="password"
          autocomplete="new-password"
          aria-describedby={`password-hint ${problemId}`}
          required
        />
        <p id="password-hint" class="hint">
          {minLength !== undefined && text('passwordHint', String(minLength))}
        </p>
        <label for="new-password-again">{text('passwordAgain')}</label>
        <input
          ref={second}
          id="new-password-again"
          type="password"
          autocomplete="new-password"
          aria-describedby={problemId}
          required
        />
      </>
    ),
  };
}
