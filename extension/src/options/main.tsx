import { render } from 'preact';
import { localizePage } from '../ui/text.ts';
import { VaultGate } from '../ui/vault-gate.tsx';
import { Options } from './options.tsx';

localizePage('optionsTitle');
render(<VaultGate>{({ onLocked }) => <Options onLocked={onLocked} />}</VaultGate>, document.getElementById('app')!);
