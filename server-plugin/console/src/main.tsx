import { render } from 'preact';
import { App } from './app.tsx';
import { readPlace } from './place.ts';
import { signIn } from './sign-in/sign-in.ts';
import { Insecure, SignInFailed } from './sign-in/sign-in-pages.tsx';

const app = document.getElementById('app')!;
const place = readPlace(new URL(location.href));
if (window.isSecureContext) await start();
else render(<Insecure />, app);

async function start(): Promise<void> {
  try {
    const administrator = await signIn(place, window);
    if (administrator !== undefined) render(<App place={place} administrator={administrator} />, app);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    render(<SignInFailed reason={reason} onAgain={() => location.assign(place.page)} />, app);
  }
}
