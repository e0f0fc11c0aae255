import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import type { Host } from './border.ts';
import { writesToShared } from './testing/writes-to-shared.ts';

// Built by `node scripts/pnpm.mjs run build:core`, which `npm test` runs first.
const script = readFileSync(new URL('../dist/core.js', import.meta.url), 'utf8');
const vectors = new URL('../../../shared/vectors/', import.meta.url);

type Call = (name: string, json: string, host: Host) => string;

/** An empty world: what Node adds to a script is not there, as in the server's engine. */
function load(): Call {
  const context = createContext(Object.create(null) as object);
  runInContext(script, context, { filename: 'core.js' });
  return runInContext('core.call', context) as Call;
}

const noPorts: Host = {
  call(port) {
    throw new Error(`a rule asked for the port ${port}`);
  },
};

test('the script is ES5', () => {
  expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
});

test('nothing writes to what calls share', () => {
  const shared = 'var core = function () { var count = 0; function f(a) { var own; own = a; a = 1; %; } return f; }();';
  for (const write of [
    'count += 1',
    'count++',
    'if (a) { (function () { count = a; })(); }',
    'f = null',
    'leak = 1',
    'for (count in a) {}',
  ]) {
    expect(writesToShared(parse(shared.replace('%', write), { ecmaVersion: 5 }))).toHaveLength(1);
  }
  expect(writesToShared(parse(script, { ecmaVersion: 5 }))).toEqual([]);
});

test('an operation that does not exist throws, also one that every object has', () => {
  const call = load();
  for (const name of ['nothing', '', 'constructor', 'toString', '__proto__']) {
    expect(() => call(name, '{}', noPorts)).toThrow('no operation');
  }
});

test('a whole sign-in over the border', () => {
  const asked: string[] = [];
  const answers: Record<string, unknown> = {
    isLocked: false,
    poolAttributes: { 'lifeguard.mfaConfiguration': 'ON' },
    user: { softwareTokens: 1 },
  };
  const host: Host = {
    call(port) {
      asked.push(port);
      return JSON.stringify({ value: answers[port] });
    },
  };
  const step = JSON.parse(load()('startSignIn', '{"state":{}}', host)) as unknown;
  expect(step).toEqual({ kind: 'page', page: 'software-token', state: {}, otherFactors: false });
  expect(asked).toEqual(['isLocked', 'poolAttributes', 'user']);
});

for (const file of readdirSync(vectors)) {
  const { rule, cases } = JSON.parse(readFileSync(new URL(file, vectors), 'utf8')) as {
    rule: string;
    cases: readonly { name: string; input: unknown; expect: unknown }[];
  };
  describe(`${rule} in the built script`, () => {
    const call = load();
    test.each(cases)('$name', ({ input, expect: expected }) => {
      expect(JSON.parse(call(rule, JSON.stringify(input), noPorts))).toEqual(expected);
    });
  });
}
