import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../specs');

/** Why these run in one browser only, by a part of their names. */
const IN_ONE: Readonly<Record<string, string>> = {
  'the vault locks itself with the screen': 'Firefox tells extensions nothing of a locked screen.',
  'a QR code is read': 'It is the script alone, in a page without the extension.',
  'a picture without a QR code says nothing': 'As above.',
  'QR codes of the corpus': 'As above.',
  'the code gets into the one field of a page': 'The score of either browser is a run of its own.',
  'the code gets into the right field of the corpus pages': 'As above.',
  'the detector is right on the pages of the corpus': 'The detector is one script, which a score runs in both.',
};

type Browsers = 'both' | 'Chromium' | 'Firefox' | 'none';

interface Registration {
  readonly title: string;
  readonly browsers: Browsers;
}

/** What a spec registers, by the way in which our formatter writes it. */
function registrationsIn(source: string): readonly Registration[] {
  const calls = source.matchAll(
    /^ *(inEachBrowser|test)\(\s*(['"`])(.+?)\2,\s*async (?:\(\{(?<fixtures>[^}]*)\}|\([^)]*\))/gms,
  );
  return [...calls].map(([, call, , title = '', fixtures = '']) => ({
    title,
    browsers: call === 'inEachBrowser' ? 'both' : browsersOf(fixtures),
  }));
}

function browsersOf(fixtures: string): Browsers {
  const [hasChromium, hasFirefox] = [/\blifeguard\b/.test(fixtures), /\bfirefox\b/.test(fixtures)];
  if (hasChromium && hasFirefox) return 'both';
  if (hasChromium) return 'Chromium';
  return hasFirefox ? 'Firefox' : 'none';
}

/** Tests that no test of the other browser stands beside, in the same file. */
function lonelyIn(source: string): readonly string[] {
  const all = registrationsIn(source);
  const has = (browsers: Browsers) => all.some((one) => one.browsers === browsers);
  const isPaired = has('Chromium') && has('Firefox');
  return all
    .filter(({ browsers }) => browsers !== 'both' && !(isPaired && browsers !== 'none'))
    .map(({ title }) => title);
}

const specs = readdirSync(folder).filter((name) => /^extension-.*\.spec\.ts$/.test(name));
const lonely = specs.flatMap((name) => lonelyIn(readFileSync(join(folder, name), 'utf8')));

describe.each(specs)('%s', (name) => {
  const source = readFileSync(join(folder, name), 'utf8');

  test('has no test that this list of them does not see', () => {
    const written = source.match(/^ *(?:inEachBrowser|test)\(/gm) ?? [];
    expect(registrationsIn(source)).toHaveLength(written.length);
  });

  test('runs in both browsers, or says why not', () => {
    const unexplained = lonelyIn(source).filter((title) => !Object.keys(IN_ONE).some((part) => title.startsWith(part)));
    expect(unexplained).toEqual([]);
  });
});

test('no reason stands for a test that is gone, or that runs in both by now', () => {
  expect(Object.keys(IN_ONE).filter((part) => !lonely.some((title) => title.startsWith(part)))).toEqual([]);
});

test.each([
  ["test('in Chromium alone', async ({ page, lifeguard }) => {});", ['in Chromium alone']],
  ["test('in Firefox alone', async ({\n  firefox,\n}) => {});", ['in Firefox alone']],
  ["inEachBrowser('in both', async (browser) => {});", []],
  ["test('one', async ({ lifeguard }) => {});\ntest('and the other', async ({ firefox }) => {});", []],
])('a spec like %j is seen as it is', (source, expected) => {
  expect(lonelyIn(source)).toEqual(expected);
});
