import { render } from 'preact';
import { localizePage } from '../ui/text.ts';
import { VaultGate } from '../ui/vault-gate.tsx';
import { Home } from './home.tsx';

localizePage(undefined);
render(<VaultGate>{(gate) => <Home {...gate} />}</VaultGate>, document.getElementById('app')!);
