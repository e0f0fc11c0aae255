import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const themeResources = join(root, 'server-plugin/java/src/main/resources/theme-resources');
const folder = join(themeResources, 'messages');

/** Read by programs, which get English in every realm. */
const FOR_PROGRAMS = /^lifeguardGrant\.|^lifeguardSetUpNeedsPages$/;
/** The account console shows these as they are, without formatting them. */
const UNFORMATTED = /^lifeguard-sms/;
/** What every language writes alike: parameters, the example of a number. */
const FIXED_PARTS = /\{\d\}|\+\d*/g;

const files = readdirSync(folder).map((name) => name.replace(/^messages_|\.properties$/g, ''));
const english = readMessages('en');
const translated = [...english.keys()].filter((key) => !FOR_PROGRAMS.test(key));

/** Keycloak reads UTF-8, and falls back to Latin-1 where a file is not. */
function readMessages(locale: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(join(folder, `messages_${locale}.properties`));
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const lines = text.split('\n').slice(0, -1);
  return new Map(
    lines.map((line) => {
      const [, key, value] = /^([\w.-]+)=(\S.*\S)$/u.exec(line) ?? [];
      if (key === undefined || value === undefined) throw new Error(`messages_${locale}: not key=text: ${line}`);
      return [key, value];
    }),
  );
}

function fixedParts(text: string): readonly string[] {
  return [...new Set(text.match(FIXED_PARTS))].toSorted();
}

function partsByKey(messages: ReadonlyMap<string, string>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(translated.map((key) => [key, fixedParts(messages.get(key) ?? '')]));
}

test('there is a file for each language that Lifeguard speaks', () => {
  // Keycloak has two locales for Portuguese; a Brazilian would otherwise get the one of Portugal.
  expect(files.toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'pt_BR']);
});

test('each text that the core or a page of ours names is there', () => {
  const core = readFileSync(join(root, 'server-plugin/core/src/message-key.ts'), 'utf8');
  const pages = readdirSync(join(themeResources, 'templates')).map((name) =>
    readFileSync(join(themeResources, 'templates', name), 'utf8'),
  );
  const named = [core, ...pages].flatMap((text) =>
    [...text.matchAll(/["'](lifeguard[A-Z]\w+)["']/g)].map(([, key]) => key),
  );
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((key) => key !== undefined && !english.has(key))).toEqual([]);
});

describe.each(files)('%s', (locale) => {
  const messages = readMessages(locale);
  const entries = [...messages];

  test('has the keys of the English file, in their order', () => {
    expect([...messages.keys()]).toEqual(locale === 'en' ? [...english.keys()] : translated);
  });

  test('keeps the placeholders and the example', () => {
    expect(partsByKey(messages)).toEqual(partsByKey(english));
  });

  test('is written for MessageFormat: an apostrophe is doubled, a brace is only of a placeholder', () => {
    const wrong = entries.filter(([, text]) => /'|[{}]/.test(text.replaceAll("''", '').replace(/\{\d\}/g, '')));
    expect(wrong).toEqual([]);
  });

  test('has nothing to format where the account console shows the text as it is', () => {
    const shown = entries.filter(([key]) => UNFORMATTED.test(key));
    expect(shown).toHaveLength(3);
    expect(shown.filter(([, text]) => /['{}]/.test(text))).toEqual([]);
  });

  test.skipIf(locale === 'en')('leaves nothing in English', () => {
    expect(entries.filter(([key, text]) => text === english.get(key))).toEqual([]);
  });
});
