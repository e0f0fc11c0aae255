import { expect, test } from 'vitest';
import { BENCHES } from './benches.ts';
import { chooseBench, chooseHash } from './command.ts';

test.each(BENCHES.map(({ name }) => name))('%s is found by its name', (name) => {
  expect(chooseBench(name).name).toBe(name);
});

test('no name and an unknown name are one sentence that names what there is', () => {
  expect(() => chooseBench(undefined)).toThrow(
    'Name the benchmark to run: core-call, signin, cognito, footprint, page, vault.',
  );
  expect(() => chooseBench('core')).toThrow(
    'There is no benchmark "core"; available: core-call, signin, cognito, footprint, page, vault.',
  );
});

test('a hash is one of two, or left to the benchmark', () => {
  expect(['cheap', 'keycloak', undefined].map(chooseHash)).toEqual(['cheap', 'keycloak', undefined]);
  for (const text of ['', 'Cheap', 'toString']) {
    expect(() => chooseHash(text)).toThrow('Say how to hash passwords, with --hash cheap or --hash keycloak.');
  }
});
