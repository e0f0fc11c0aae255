import type { JSX } from 'preact';
import { text } from './messages.ts';
import type { Place } from './place.ts';
import type { Administrator } from './sign-in/sign-in.ts';

export function App({ place, administrator }: { place: Place; administrator: Administrator }): JSX.Element {
  return (
    <header>
      <h1>
        {text('title')} <span>{place.realm}</span>
      </h1>
      <p>{text('signed-in-as', { username: administrator.username })}</p>
      <button type="button" onClick={administrator.signOut}>
        {text('sign-out')}
      </button>
    </header>
  );
}
