import { useEffect, useRef } from 'preact/hooks';
import { refusalText, text } from '../../ui/text.ts';

interface Props {
  readonly wasWrong: boolean;
  readonly onPassword: (password: string) => void;
  readonly onCancel: () => void;
}

/** The password of an encrypted export, which is kept nowhere. */
export function ExportPassword({ wasWrong, onPassword, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (field.current !== null && field.current.value !== '') onPassword(field.current.value);
  }

  return (
    <form class="paste" onSubmit={submit}>
      <label for="import-password">{text('importPassword')}</label>
      <input
        ref={field}
        id="import-password"
        type="password"
        autocomplete="off"
        aria-describedby="import-password-hint"
        aria-invalid={wasWrong}
      />
      <p id="import-password-hint" class={wasWrong ? 'problem' : 'hint'} role={wasWrong ? 'alert' : undefined}>
        {wasWrong ? refusalText('wrong-password') : text('importPasswordText')}
      </p>
      <div class="row">
        <button class="primary">{text('importRead')}</button>
        <button type="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
