import { describe, expect, it } from 'vitest';
import { readMigration } from './migrate-netzbegruenung.ts';

describe('readMigration', () => {
  it('writes nothing unless told to', () => {
    expect(readMigration({})).toEqual({ apply: false, overwrite: false, removeCredentials: false, from: 0 });
  });

  it.each([
    ['a country code without its plus', { 'country-code': '49' }, '--country-code takes +'],
    ['a country code that is none', { 'country-code': '+0' }, '--country-code takes +'],
    ['a start that is no count', { from: 'ada' }, '--from takes a count'],
    ['removing without taking over', { 'remove-credentials': true }, 'needs --apply'],
  ])('refuses %s', (_, args, part) => {
    expect(() => readMigration(args)).toThrow(part);
  });
});
