import { expect, test } from 'vitest';
import { vaultFigures } from './vault-figures.ts';

test('each measurement is told by its median and its highest value, for each number of accounts', () => {
  const runs = [
    { accounts: 10, unlock: [3, 1, 2], import: [7.4] },
    { accounts: 1000, unlock: [30, 10, 20], import: [70] },
  ];
  expect(vaultFigures(runs)).toEqual({
    unlock10Millis: 2,
    unlock10HighestMillis: 3,
    import10Millis: 7,
    import10HighestMillis: 7,
    unlock1000Millis: 20,
    unlock1000HighestMillis: 30,
    import1000Millis: 70,
    import1000HighestMillis: 70,
  });
});
