import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EVIDENCE } from '../detect/evidence.ts';
import type { Reason } from '../detect/reason.ts';
import { SHAPE_VETOES, WORD_VETOES } from '../detect/vetoes.ts';
import { reasonText } from './reason-text.ts';

const { getMessage } = vi.hoisted(() => ({ getMessage: vi.fn() }));
vi.mock('../browser.ts', () => ({ browser: { i18n: { getMessage } } }));
afterEach(() => getMessage.mockReset());

const LOCALES = join(import.meta.dirname, '../../public/_locales');
const REASONS: readonly Reason[] = [
  ...[...EVIDENCE, ...SHAPE_VETOES, ...WORD_VETOES].map(({ evidence }) => evidence),
  ...(['chosen-by-user', 'factor-stated', 'kind-unsaid', 'too-little', 'boxes:6'] as const),
  ...(['label', 'name', 'before', 'class', 'after', 'form', 'heading', 'button', 'neighbour'] as const).flatMap(
    (place) => (['totp', 'sms', 'email', 'recovery', 'other'] as const).map((kind) => `${place}-says:${kind}` as const),
  ),
];

describe.each(readdirSync(LOCALES))('what speaks for or against a field is told in the language %s', (locale) => {
  const messages = messagesIn(locale);

  test('each reason by a text of its own', () => {
    getMessage.mockImplementation((key: string, values: readonly string[]) =>
      messages[key]?.message.replace('$1', values[0] ?? '$1'),
    );
    const texts = REASONS.map(reasonText);
    for (const text of texts) expect(text).toMatch(/^[^$]{2,}$/);
    expect(new Set(texts).size).toBe(REASONS.length);
  });

  test('and no text is for a reason that is gone', () => {
    const asked = new Set<string>();
    getMessage.mockImplementation((key: string) => {
      asked.add(key);
      return key;
    });
    REASONS.forEach(reasonText);
    expect(Object.keys(messages).filter((key) => /^why(?:Reason|Comes)_/.test(key) && !asked.has(key))).toEqual([]);
  });
});

test('the number of boxes, and where the code comes from, stand in the text', () => {
  const english = messagesIn('en');
  getMessage.mockImplementation((key: string, values: readonly string[]) =>
    english[key]?.message.replace('$1', values[0] ?? '$1'),
  );
  expect(reasonText('boxes:6')).toBe('6 boxes for one character each');
  expect(reasonText('before-says:totp')).toBe('the text before it says that it comes from an authenticator app');
  expect(reasonText('card')).toBe('it stands with a card');
});

function messagesIn(locale: string): Readonly<Record<string, { readonly message: string } | undefined>> {
  return JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')) as never;
}
