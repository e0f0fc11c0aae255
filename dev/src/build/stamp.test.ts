import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildIfChanged, type BuildStep } from './stamp.ts';

let root: string;
let builds: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lifeguard-stamp-'));
  builds = 0;
  write('src/a.ts', 'a');
  write('src/b.ts', 'b');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function build(step: Partial<BuildStep> = {}): Promise<boolean> {
  return buildIfChanged(
    {
      name: 'jar',
      inputs: ['src'],
      outputs: ['made/jar'],
      build: async () => {
        builds += 1;
        write('made/jar', `build ${builds}`);
      },
      ...step,
    },
    { root, stamps: join(root, 'stamps') },
  );
}

test('a second build of the same does nothing', async () => {
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
  expect(builds).toBe(1);
});

describe('builds again when', () => {
  test.each<[string, () => void]>([
    ['an input changes', () => write('src/a.ts', 'A')],
    ['an input comes', () => write('src/sub/c.ts', '')],
    ['an input goes', () => rmSync(join(root, 'src/b.ts'))],
    ['text moves from one input to the next', () => (write('src/a.ts', ''), write('src/b.ts', 'ab'))],
    ['the output is gone', () => rmSync(join(root, 'made'), { recursive: true })],
    ['somebody else changed the output', () => write('made/jar', 'something else')],
  ])('%s', async (_name, change) => {
    await build();
    change();
    expect(await build()).toBe(true);
  });
});

test('what a build of a package makes inside its own folder is no input', async () => {
  await build();
  for (const made of ['dist', 'target', 'node_modules']) write(`src/${made}/x.js`, 'x');
  expect(await build()).toBe(false);
});

test('a failed build leaves no stamp', async () => {
  await expect(build({ build: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
  expect(await build()).toBe(true);
});

test('a build that makes nothing is a failure', async () => {
  await expect(build({ build: () => Promise.resolve() })).rejects.toThrow('without making made/jar');
});

test('a verified JAR needs no packaging, but a packaged one is not verified', async () => {
  const packaged = { name: 'jar-packaged', includedIn: ['jar-verified'] };
  await build({ name: 'jar-verified' });
  expect(await build(packaged)).toBe(false);
  write('src/a.ts', 'A');
  expect(await build(packaged)).toBe(true);
  expect(await build({ name: 'jar-verified' })).toBe(true);
});
