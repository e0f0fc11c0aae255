import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project.ts';
import { SCORES } from './scores.ts';

// Corpora are big and not ours to carry along: they stand beside the project, or where the variable says.
const folder = resolve(projectRoot, process.env['LIFEGUARD_CORPUS'] ?? '../shared/corpus');

// Some export files ask for a key that takes a slow device ten seconds.
const TIMEOUT_IN_MILLIS = 600_000;

// Those that need a browser are run with the end-to-end tests, on what is built.
for (const score of SCORES.filter(({ browsers }) => browsers === undefined)) {
  const corpusDir = join(folder, score.name);
  if (existsSync(corpusDir)) {
    test(
      `everything of the corpus ${score.name} is right`,
      async () => {
        const { total, wrong } = await score.run({ corpusDir, only: undefined });
        expect(total).toBeGreaterThan(0);
        expect(wrong).toEqual([]);
      },
      TIMEOUT_IN_MILLIS,
    );
  } else {
    const note = `the corpus ${score.name} is left out: there is no folder for it (LIFEGUARD_CORPUS says where corpora are)`;
    console.warn(note);
    test.skip(note, () => undefined);
  }
}
