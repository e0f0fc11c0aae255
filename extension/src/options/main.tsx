import '../ui/theme.css';
import './options.css';
import { keepFocus } from '../ui/keep-focus.ts';
import { renderApp } from '../ui/render-app.ts';
import { localizePage } from '../ui/text.ts';
import { VaultGate } from '../ui/vault-gate.tsx';
import { Brand } from './brand.tsx';
import { comeToFront } from './come-to-front.ts';
import { Options } from './options.tsx';
import { usePoolWork } from './pools/pool-work.ts';

localizePage('optionsTitle');
// The popup leads to a place on this page, also while the vault is locked.
addEventListener('hashchange', () => void comeToFront());
keepFocus();
renderApp(<App />);

function App() {
  const poolWork = usePoolWork();
  return <VaultGate brand={<Brand />}>{(gate) => <Options {...gate} poolWork={poolWork} />}</VaultGate>;
}
