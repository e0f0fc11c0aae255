import { constants } from 'node:os';
import { defineCommand, runCommand, runMain } from 'citty';
import { Problem } from './problem.ts';
import { EndedBySignal } from './process/end-on-signal.ts';

/** Every command of the development package: one folder each, loaded when it is asked for. */
const dev = defineCommand({
  meta: { name: 'dev', description: 'Development server, builds, scores and benchmarks of Lifeguard' },
  subCommands: {
    start: () => import('./start/command.ts').then((module) => module.start),
    jar: () => import('./jar/command.ts').then((module) => module.jar),
    prerequisites: () => import('./prerequisites/command.ts').then((module) => module.prerequisites),
    score: () => import('./score/command.ts').then((module) => module.score),
    bench: () => import('./bench/command.ts').then((module) => module.bench),
  },
});

/** What the person can put right is one sentence; everything else is our fault and shows where. */
function exitStatus(error: unknown): number {
  if (error instanceof EndedBySignal) return 128 + constants.signals[error.signalName];
  const isExpected = error instanceof Problem || (error instanceof Error && error.name === 'CLIError');
  console.error(isExpected ? error.message : error);
  return 1;
}

const rawArgs = process.argv.slice(2);
if (rawArgs.includes('--help')) {
  await runMain(dev, { rawArgs });
} else {
  await runCommand(dev, { rawArgs }).catch((error: unknown) => process.exit(exitStatus(error)));
}
