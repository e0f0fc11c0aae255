import { renderApp } from '../ui/render-app.ts';
import { localizePage } from '../ui/text.ts';
import { VaultGate } from '../ui/vault-gate.tsx';
import { Options } from './options.tsx';

localizePage('optionsTitle');
renderApp(<VaultGate>{(gate) => <Options {...gate} />}</VaultGate>);
