import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/.bin/oxlint');

/** Where a line of code may not stand, and what the linter says to it there. */
const FORBIDDEN: readonly (readonly [file: string, line: string, rule: RegExp])[] = [
  ['shared/src/mfa/rule.ts', "import 'node:fs';", /shared holds pure rules/],
  ['shared/src/mfa/rule.ts', "import '@lifeguard/cli';", /shared holds pure rules/],
  ['shared/src/otp/rule.ts', 'export const now = new Date();', /no-restricted-globals/],
  ['shared/src/otp/rule.ts', 'export const text = document.title;', /no-restricted-globals/],
  ['shared/src/otp/rule.ts', "export const page = fetch('/');", /no-restricted-globals/],
  ['shared/src/otp/rule.ts', 'export const chance = Math.random();', /Randomness is an argument/],
  ['server-plugin/core/src/step.ts', "import '@lifeguard/shared/otp';", /The core runs in Keycloak's JVM/],
  ['server-plugin/core/src/step.ts', "import 'node:crypto';", /The core runs in Keycloak's JVM/],
  ['server-plugin/core/src/step.ts', 'export const now = Date.now();', /no-restricted-globals/],
  ['server-plugin/core/src/step.ts', "export const url = new URL('https://a.example');", /no-restricted-globals/],
  ['server-plugin/core/src/step.ts', 'export const chance = Math.random();', /Randomness comes by a port/],
  ['server-plugin/cli/src/command.ts', "import '@lifeguard/core';", /The CLI knows the shared rules/],
  ['server-plugin/console/src/card.ts', "import '@lifeguard/cli';", /takes the audit of the CLI alone/],
  ['server-plugin/console/src/card.ts', "import 'node:fs';", /The console runs in a browser/],
  ['extension/src/detect/field.ts', "import '../content/page.ts';", /detect is pure/],
  ['extension/src/detect/field.ts', "import '@lifeguard/shared/otp';", /detect is pure/],
  ['extension/src/detect/field.ts', 'export const root = document.body;', /no-restricted-globals/],
  ['extension/src/import/format.ts', "import '../vault/vault.ts';", /import is pure/],
  ['extension/src/import/format.ts', "import 'node:fs';", /import is pure/],
  ['extension/src/import/format.ts', "export const page = fetch('/');", /no-restricted-globals/],
  ['extension/src/content/page.ts', "import '../vault/vault.ts';", /A content script sees no vault/],
  ['extension/src/content/page.ts', "import 'webextension-polyfill';", /A content script sees no vault/],
  ['extension/src/content/page.ts', "import '../browser.ts';", /A content script sees no vault/],
  ['extension/src/popup/view.ts', "import '../vault/vault.ts';", /A page asks by message/],
  ['extension/src/chooser/view.ts', "import '../vault/vault.ts';", /A page asks by message/],
  ['extension/src/options/view.ts', "import '../background/index.ts';", /A page asks by message/],
];

describe('an import or a global in the wrong place is an error of the linter', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lifeguard-lint-'));
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(FORBIDDEN)('%s: %s', (file, line, rule) => {
    expect(lint({ folder, file, line })).toMatch(rule);
  });

  test('the same lines are fine where they belong', () => {
    expect(lint({ folder, file: 'dev/src/clock.ts', line: 'export const now = Date.now();' })).toContain('0 errors');
    expect(
      lint({
        folder,
        file: 'extension/src/background/vault.ts',
        line: "export { openVault } from '../vault/vault.ts';",
      }),
    ).toContain('0 errors');
  });
});

function lint({
  folder,
  file,
  line,
}: {
  readonly folder: string;
  readonly file: string;
  readonly line: string;
}): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${line}\n`);
  try {
    return execFileSync(oxlint, ['-c', '.oxlintrc.json', file], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    // A finding: oxlint exits with 1 and says it on standard output.
    return String((error as { stdout?: unknown }).stdout);
  } finally {
    rmSync(path);
  }
}
