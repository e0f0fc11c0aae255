import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCommand } from './find-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lifeguard-path-'));
  for (const name of ['first', 'second']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, mode: number): string {
  const file = join(folder, path);
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, mode);
  return file;
}

function find(...names: readonly string[]): string | undefined {
  return findCommand(names, ['first', '', 'second'].map((name) => name && join(folder, name)).join(delimiter));
}

test('the preferred name wins, wherever it lies on the PATH', () => {
  const chromium = put('second/chromium', 0o755);
  put('first/google-chrome', 0o755);
  expect(find('chromium', 'google-chrome')).toBe(chromium);
});

test('a file that is not executable and a folder are no commands', () => {
  put('first/mvn', 0o644);
  mkdirSync(join(folder, 'second/mvn'));
  expect(find('mvn')).toBeUndefined();
});
