import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { localizePage } from './text.ts';

const { getMessage, getUILanguage } = vi.hoisted(() => ({ getMessage: vi.fn(), getUILanguage: vi.fn() }));
vi.mock('../browser.ts', () => ({ browser: { i18n: { getMessage, getUILanguage } } }));
afterEach(() => vi.unstubAllGlobals());

const LOCALES = join(import.meta.dirname, '../../public/_locales');

test.each([
  { browser: 'it', texts: 'en', lang: 'en', dir: 'ltr' },
  { browser: 'he', texts: 'en', lang: 'en', dir: 'ltr' },
  { browser: 'fa-IR', texts: 'en', lang: 'en', dir: 'ltr' },
  { browser: 'en-GB', texts: 'en', lang: 'en-GB', dir: 'ltr' },
  { browser: 'de-AT', texts: 'de', lang: 'de-AT', dir: 'ltr' },
  { browser: 'pt-PT', texts: 'pt_BR', lang: 'pt-PT', dir: 'ltr' },
  { browser: 'ar-EG', texts: 'ar', lang: 'ar-EG', dir: 'rtl' },
])('a page in $texts says so in a browser in $browser', ({ browser, texts, lang, dir }) => {
  const file = readFileSync(join(LOCALES, texts, 'messages.json'), 'utf8');
  const messages = JSON.parse(file) as Readonly<Record<string, { readonly message: string } | undefined>>;
  const ofBrowser: Readonly<Record<string, string>> = { '@@bidi_dir': /^(?:ar|he|fa)/.test(browser) ? 'rtl' : 'ltr' };
  getMessage.mockImplementation((key: string) => ofBrowser[key] ?? messages[key]?.message);
  getUILanguage.mockReturnValue(browser);
  const documentElement = { lang: '', dir: '' };
  vi.stubGlobal('document', { documentElement, title: '' });
  localizePage(undefined);
  expect(documentElement).toEqual({ lang, dir });
});
