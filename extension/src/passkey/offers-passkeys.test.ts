import { afterEach, expect, test, vi } from 'vitest';
import { offersPasskeys } from './offers-passkeys.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that can do so much, and ends a request without a dialog so. */
function browserWith(capabilities: PublicKeyCredentialClientCapabilities, ended: DOMException): void {
  vi.stubGlobal('PublicKeyCredential', { getClientCapabilities: async () => capabilities });
  vi.stubGlobal('navigator', { credentials: { get: async () => Promise.reject(ended) } });
}

const NOBODY_CAME = new DOMException('', 'TimeoutError');
const NOT_HERE = new DOMException('', 'SecurityError');

test('passkeys that make keys are offered where the browser has them, and lets the page ask', async () => {
  browserWith({ 'extension:prf': true }, NOBODY_CAME);
  expect(await offersPasskeys()).toBe(true);
});

test('what the browser does not say is tried', async () => {
  browserWith({}, NOBODY_CAME);
  expect(await offersPasskeys()).toBe(true);
});

test.each<[string, () => void]>([
  ['has no passkeys', () => vi.stubGlobal('PublicKeyCredential', undefined)],
  ['has some that make no keys', () => browserWith({ 'extension:prf': false }, NOBODY_CAME)],
  ['has them for other pages', () => browserWith({ 'extension:prf': true }, NOT_HERE)],
])('a browser that %s offers none', async (_, stub) => {
  stub();
  expect(await offersPasskeys()).toBe(false);
});
