// Takes the pictures of the guide from those that a test run has made: `node scripts/pictures.mjs` after the specs `pages` and `console`.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const pictures = {
  'sms-code': 'sms-code-en-light',
  'software-token': 'software-token-en-light',
  'select-factor': 'select-factor-en-light',
  'set-up': 'set-up-en-light',
  'phone-number': 'phone-number-en-light',
  'mfa-settings': 'mfa-settings-en-light',
  console: 'console-light',
};

mkdirSync(join(root, 'docs/pictures'), { recursive: true });
for (const [name, made] of Object.entries(pictures)) {
  copyFileSync(join(root, '.run/pages', `${made}.png`), join(root, 'docs/pictures', `${name}.png`));
}
