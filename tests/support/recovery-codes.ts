import type { Popup } from './popup.ts';

export const RECOVERY_CODES = [
  '3f9c1-a07be',
  '81d2e-55c0f',
  'b7a40-9e13d',
  '0c6f8-d2b94',
  'e5187-3ac6b',
  '94db0-f817a',
];

/** A page of a site's settings that shows them. */
export const RECOVERY_PAGE = pageOf('Security', `<h2>Recovery codes</h2>${listOf(RECOVERY_CODES)}`);

export function pageOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`;
}

export function listOf(codes: readonly string[]): string {
  return `<ul>${codes.map((code) => `<li>${code}</li>`).join('')}</ul>`;
}

export async function openDetails(popup: Popup): Promise<void> {
  await popup.click('[data-testid="details"]');
  await popup.text('[data-testid="save-changes"]');
}

export function shownCodes(popup: Popup): Promise<readonly string[]> {
  return popup.run((document) =>
    [...document.querySelectorAll('[data-testid="recovery-codes"] bdi')].map((code) => code.textContent ?? ''),
  );
}
