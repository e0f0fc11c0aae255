import { expect, it } from 'vitest';
import { closestName } from './closest-name.ts';

const known = ['smsMfa', 'softwareTokenMfa', 'mfaConfiguration'];

it.each([
  ['smsMFA', 'smsMfa'],
  ['smMfa', 'smsMfa'],
  ['softwareTokenMfaa', 'softwareTokenMfa'],
  ['mfaConfigration', 'mfaConfiguration'],
  ['colour', undefined],
  ['', undefined],
])('takes %j for %j', (name, meant) => {
  expect(closestName(name, known)).toBe(meant);
});
