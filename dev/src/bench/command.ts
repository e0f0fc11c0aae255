import { writeFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { Problem } from '../problem.ts';
import { endOnSignal } from '../process/end-on-signal.ts';
import type { Bench } from './bench.ts';
import { BENCHES } from './benches.ts';
import { asPasswordHash, type PasswordHash, PASSWORD_HASHES } from './signin/password-hash.ts';

/** `bench NAME`: how fast a part of the product is on this machine. */
export const bench = defineCommand({
  meta: { name: 'bench', description: 'Measure how fast a part of the product is' },
  args: {
    name: {
      type: 'positional',
      required: false,
      description: BENCHES.map(({ name, summary }) => `${name} (${summary})`).join(', '),
    },
    rounds: {
      type: 'string',
      default: '6',
      valueHint: 'NUMBER',
      description: 'signin, cognito: how often it goes round',
    },
    hash: {
      type: 'string',
      valueHint: PASSWORD_HASHES.join('|'),
      description: 'signin (cheap by itself), cognito (keycloak by itself): how passwords are hashed',
    },
    json: { type: 'string', valueHint: 'FILE', description: 'Write the result to this file too' },
  },
  async run({ args: { name, json, rounds, hash } }) {
    const { run, ...chosen } = chooseBench(name);
    if (json === '') throw new Problem('Say which file to write, with --json FILE.');
    if (!/^[1-9][0-9]{0,2}$/.test(rounds))
      throw new Problem('Say how often to go round, with --rounds 6 or another number.');
    const result = await run({
      log: console.error,
      signal: endOnSignal(),
      rounds: Number(rounds),
      hash: chooseHash(hash),
    });
    for (const { id, why } of result.wrong) console.log(`wrong ${id}: ${why}`);
    for (const [figure, value] of Object.entries(result.figures)) console.log(`${figure.padEnd(46)} ${value}`);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ name: chosen.name, ...result }, undefined, 2)}\n`);
  },
});

/** @throws Problem for anything but the name of one */
export function chooseHash(text: string | undefined): PasswordHash | undefined {
  if (text === undefined) return undefined;
  const hash = asPasswordHash(text);
  if (hash === undefined)
    throw new Problem(`Say how to hash passwords, with --hash ${PASSWORD_HASHES.join(' or --hash ')}.`);
  return hash;
}

/** @throws Problem when there is no such benchmark */
export function chooseBench(name: string | undefined): Bench {
  const known = BENCHES.map((candidate) => candidate.name).join(', ');
  if (!name) throw new Problem(`Name the benchmark to run: ${known}.`);
  const found = BENCHES.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Problem(`There is no benchmark "${name}"; available: ${known}.`);
  return found;
}
