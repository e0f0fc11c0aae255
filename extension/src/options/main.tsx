import '../ui/theme.css';
import './options.css';
import { renderApp } from '../ui/render-app.ts';
import { localizePage } from '../ui/text.ts';
import { VaultGate } from '../ui/vault-gate.tsx';
import { Brand } from './brand.tsx';
import { Options } from './options.tsx';

localizePage('optionsTitle');
renderApp(<VaultGate brand={<Brand />}>{(gate) => <Options {...gate} />}</VaultGate>);
