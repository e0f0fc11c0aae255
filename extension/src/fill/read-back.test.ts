import { describe, expect, test } from 'vitest';
import { isReplaceable, readBack } from './read-back.ts';

describe('read back', () => {
  test.each([
    [['012345'], ['012345'], 'kept'],
    [['012 345'], ['012345'], 'kept'],
    [['012-345'], ['012345'], 'kept'],
    [['0', '1', '2'], ['0', '1', '2'], 'kept'],
    [['Lifeguard 2026-11-29'], ['Lifeguard 2026-11-29'], 'kept'],
    [['12345'], ['012345'], 'zero-lost'],
    [['345'], ['000345'], 'zero-lost'],
    [[''], ['000000'], 'other'],
    [[''], ['012345'], 'other'],
    [['01234'], ['012345'], 'other'],
    [['47012345'], ['012345'], 'other'],
    [['___-___'], ['012345'], 'other'],
    [['', '1', '2'], ['0', '1', '2'], 'other'],
    [['012', '', ''], ['0', '1', '2'], 'other'],
  ])('%j for %j is %s', (values, texts, seen) => {
    expect(readBack(values, texts)).toBe(seen);
  });
});

test.each([
  ['', '012345', true],
  ['482913', '012345', true],
  ['482 913', '012345', true],
  ['___-___', '012345', true],
  ['47', '012345', true],
  ['3', '0', true],
  ['QX4TF', 'R7K2P', true],
  ['anna@example.org', '012345', false],
  ['ghp_abcdef', '012345', false],
  ['SUMMER', '012345', false],
  ['hello', 'R7K2P', false],
  ['4111111111111111', '012345', false],
])('%j may be written over with %s: %s', (value, text, allowed) => {
  expect(isReplaceable(value, text)).toBe(allowed);
});
