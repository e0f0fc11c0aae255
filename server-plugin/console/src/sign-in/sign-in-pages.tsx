import type { ComponentChildren, JSX } from 'preact';
import { text } from '../messages.ts';

/** What stands alone in the window until the console can be shown. */
function Alone({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <main class="alone">
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** Without a secure context the browser has no `crypto.subtle`, which PKCE needs. */
export function Insecure(): JSX.Element {
  return (
    <Alone title={text('insecure.title')}>
      <p>{text('insecure.text')}</p>
    </Alone>
  );
}

export function SignInFailed({ reason, onAgain }: { reason: string; onAgain: () => void }): JSX.Element {
  return (
    <Alone title={text('failed.title')}>
      <p role="alert">{reason}</p>
      <button type="button" onClick={onAgain}>
        {text('failed.again')}
      </button>
    </Alone>
  );
}

/** In place of the cards: the account is known, but may look at nothing. */
export function MissingRole({ username, realm }: { username: string; realm: string }): JSX.Element {
  return (
    <section class="card">
      <h2>{text('missing-role.title')}</h2>
      <p role="alert">{text('missing-role.text', { username, realm, role: 'view-realm' })}</p>
    </section>
  );
}
