import { describe, expect, it } from 'vitest';
import { readSpendChanges } from './sms-set.ts';

describe('readSpendChanges', () => {
  it('changes only what is named, and takes none for an empty text', () => {
    expect(readSpendChanges({ 'max-price': 'none', prices: 'default=0.1' })).toEqual({
      maxPriceInMicroUsd: '',
      prices: 'default=0.1',
    });
  });

  it.each([
    ['an option without its value', { prices: '' }, 'Give a value for --prices'],
    ['nothing to change', {}, 'Say what to change'],
  ])('refuses %s', (_, args, part) => {
    expect(() => readSpendChanges(args)).toThrow(part);
  });
});
