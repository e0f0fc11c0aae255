import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.ts';

/** A step that turns files into files. All paths are relative to `root`. */
export interface BuildStep {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Names of steps that do all that this one does, and more. */
  readonly includedIn?: readonly string[];
  readonly build: () => Promise<void>;
}

export interface StampFolders {
  readonly root: string;
  readonly stamps: string;
}

/**
 * Runs a step unless its last success had the same inputs and its outputs are still what that success left.
 * @returns whether it ran
 */
export async function buildIfChanged(step: BuildStep, { root, stamps }: StampFolders): Promise<boolean> {
  const inputs = fingerprint(root, step.inputs);
  const isFresh = [step.name, ...(step.includedIn ?? [])].some(
    (name) => readStamp(stamps, name) === stamp(inputs, fingerprint(root, step.outputs)),
  );
  if (isFresh && step.outputs.every((output) => existsSync(join(root, output)))) return false;
  await step.build();
  const missing = step.outputs.filter((output) => !existsSync(join(root, output)));
  if (missing.length > 0) throw new Error(`the step ${step.name} succeeded without making ${missing.join(', ')}`);
  writeStamp(stamps, step.name, stamp(inputs, fingerprint(root, step.outputs)));
  return true;
}

function stamp(inputs: string, outputs: string): string {
  return `${inputs}\n${outputs}\n`;
}

function readStamp(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function writeStamp(folder: string, name: string, text: string): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
