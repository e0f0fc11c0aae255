import { expect, test, vi } from 'vitest';
import type { ImportError } from '../../import/import-result.ts';
import { importErrorText } from './import-texts.ts';

vi.mock('../../browser.ts', () => ({ browser: { i18n: { getMessage: (key: string) => key } } }));

test.each<[ImportError, string]>([
  ['corrupt', 'backupCorrupt'],
  ['kdf-too-costly', 'backupCorrupt'],
  ['unsupported-version', 'backupNewerFormat'],
  ['unsupported-encryption', 'backupNewerFormat'],
  ['wrong-password', 'importError_wrong_password'],
])('of a backup of Lifeguard no other app is spoken of: %s', (error, key) => {
  expect(importErrorText(error, { isBackup: true })).toBe(key);
});

test('of another export it is', () => {
  expect(importErrorText('corrupt', { isBackup: false })).toBe('importError_corrupt');
  expect(importErrorText('unsupported-version', { isBackup: false })).toBe('importError_unsupported_version');
});
