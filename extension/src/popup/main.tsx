import '../ui/theme.css';
import './popup.css';
import { keepFocus } from '../ui/keep-focus.ts';
import { renderApp } from '../ui/render-app.ts';
import { localizePage } from '../ui/text.ts';
import { VaultGate } from '../ui/vault-gate.tsx';
import { Brand } from './brand.tsx';
import { Home } from './home.tsx';

localizePage(undefined);
keepFocus();
renderApp(<VaultGate brand={<Brand />}>{(gate) => <Home {...gate} />}</VaultGate>);
