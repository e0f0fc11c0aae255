import { renderApp } from '../ui/render-app.ts';
import { localizePage } from '../ui/text.ts';
import { VaultGate } from '../ui/vault-gate.tsx';
import { Home } from './home.tsx';

localizePage(undefined);
renderApp(<VaultGate>{(gate) => <Home {...gate} />}</VaultGate>);
