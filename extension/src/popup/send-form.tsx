import { useLayoutEffect, useRef } from 'preact/hooks';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

interface Props extends Pick<ViewProps, 'tell'> {
  readonly tabId: number;
  /** The form is not the one that got the code any more. */
  readonly onFailed: () => void;
}

/** Sends the form of an enrolment for whoever does not want to go to the page for it. */
export function SendForm({ tabId, tell, onFailed }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);

  async function send(): Promise<void> {
    const answer = await ask('sendEnrolment', { tabId });
    if (answer.ok) return window.close();
    await tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: true });
    onFailed();
  }

  return (
    <section class="card set-up" aria-labelledby="send-form-title">
      <h2 id="send-form-title">{text('setUpTitle')}</h2>
      <button ref={button} type="button" id="send-form" class="primary wide" onClick={() => void send()}>
        {text('sendForm')}
      </button>
    </section>
  );
}
