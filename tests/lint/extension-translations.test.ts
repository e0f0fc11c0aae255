import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const extension = join(import.meta.dirname, '../../extension');
const folder = join(extension, 'public/_locales');

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Words that are the same in another language. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['version', 'backupTitle', 'passkeyTitle'],
  fr: ['minutes', 'oneMinute', 'sites', 'version', 'whyVerdict'],
  pt_BR: ['sites', 'backupTitle'],
};

/** Their keys are put together of a prefix and a value. */
const PUT_TOGETHER = /^(?:refusal|importError|whyVerdict|whyKind|whyComes|whyReason)_/;

const WITHOUT_PLURAL = ['ja'];
const RIGHT_TO_LEFT = ['ar'];

const locales = readdirSync(folder).toSorted();
const english = readMessages('en');

function readMessages(locale: string): Messages {
  return JSON.parse(readFileSync(join(folder, locale, 'messages.json'), 'utf8')) as Messages;
}

function placeholders(messages: Messages): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => [key, [...new Set(message.match(/\$\d/g))].toSorted()]),
  );
}

test('there is a folder for each language that the extension speaks', () => {
  expect(locales).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt_BR']);
});

test('each text is used somewhere', () => {
  const sources = readdirSync(join(extension, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(extension, 'src', name), 'utf8'));
  const all = [...sources, readFileSync(join(extension, 'manifest.ts'), 'utf8')].join('\n');
  const unused = Object.keys(english).filter(
    (key) => !PUT_TOGETHER.test(key) && !new RegExp(`(?:\\b|__MSG_)${key}(?:\\b|__)`).test(all),
  );
  expect(unused).toEqual([]);
});

describe.each(locales)('%s', (locale) => {
  const messages = readMessages(locale);

  test('has the keys of English, in their order', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
  });

  test('keeps what stands for a value', () => {
    expect(placeholders(messages)).toEqual(placeholders(english));
  });

  test('has no text that is empty, or that has blanks around it', () => {
    expect(Object.entries(messages).filter(([, { message }]) => message.trim() !== message || message === '')).toEqual(
      [],
    );
  });

  test('has a title for the settings that may stand in a style sheet as it is', () => {
    expect(messages['optionsTitle']?.message).not.toMatch(/['"\\\n]/);
  });

  test.skipIf(WITHOUT_PLURAL.includes(locale))('has no noun in the plural behind a number that may be one', () => {
    for (const key of ['secondsLeft', 'whyPoints']) expect(messages[key]?.message).toMatch(/^[^$]+: \$1$/);
  });

  test('says which language it is, and where its lines begin', () => {
    expect(messages['locale']?.message).toBe(locale.replace('_', '-'));
    expect(messages['direction']?.message).toBe(RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr');
  });

  test.skipIf(locale === 'en')('leaves nothing in English', () => {
    const left = Object.entries(messages).filter(
      ([key, { message }]) => key !== 'direction' && message === english[key]?.message,
    );
    expect(left.map(([key]) => key).filter((key) => SAME[locale]?.includes(key) !== true)).toEqual([]);
  });
});
