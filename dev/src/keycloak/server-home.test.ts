import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareServerHome } from './server-home.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lifeguard-home-'));
  for (const version of ['kc-1', 'kc-2']) {
    mkdirSync(join(folder, version, 'bin'), { recursive: true });
    mkdirSync(join(folder, version, 'providers'));
    write(`${version}/bin/kc.sh`, version, 0o755);
  }
  write('lifeguard.jar', 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string, mode = 0o644): void {
  writeFileSync(join(folder, path), text, { mode });
  utimesSync(join(folder, path), LONG_AGO, LONG_AGO);
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function prepare(options: { distribution?: string; jars?: readonly string[] } = {}): Promise<void> {
  const { distribution = 'kc-1', jars = ['lifeguard.jar'] } = options;
  return prepareServerHome({
    distribution: join(folder, distribution),
    home: join(folder, 'home'),
    jars: jars.map((jar) => join(folder, jar)),
  });
}

test('dates and permissions are kept: Keycloak compares them', async () => {
  await prepare();
  for (const path of ['bin/kc.sh', 'providers/lifeguard.jar'])
    expect(statSync(join(folder, 'home', path)).mtime).toEqual(LONG_AGO);
  expect(statSync(join(folder, 'home/bin/kc.sh')).mode & 0o777).toBe(0o755);
});

test('a second start keeps the data', async () => {
  await prepare();
  write('home/h2', 'data');
  await prepare();
  expect(read('home/h2')).toBe('data');
});

test('another distribution makes the home anew', async () => {
  await prepare();
  write('home/h2', 'data');
  await prepare({ distribution: 'kc-2' });
  expect(read('home/bin/kc.sh')).toBe('kc-2');
  expect(readdirSync(join(folder, 'home'))).not.toContain('h2');
});

test('a changed JAR replaces the old one, and a JAR that is no longer wanted goes', async () => {
  await prepare();
  write('lifeguard.jar', 'two');
  await prepare();
  expect(read('home/providers/lifeguard.jar')).toBe('two');
  write('other.jar', 'other');
  await prepare({ jars: ['other.jar'] });
  expect(readdirSync(join(folder, 'home/providers'))).toEqual(['other.jar']);
});
