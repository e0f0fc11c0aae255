import { expect, test } from 'vitest';
import { quantile, signInFigures } from './signin-figures.ts';
import type { Slice } from './slice.ts';

const COMPARED = { kind: 'lifeguardTotp', against: 'keycloakTotp' };

function slice(kind: string, cpuMillis: number, count: number): Slice {
  const signIns = Array.from({ length: count }, () => ({ authPage: 1, password: 2, token: 3 }));
  return { kind, seconds: 2, cpuMillis, signIns };
}

test('the ratio compares the slices of one pass, and the spread shows all passes', () => {
  const passes = [
    [slice('keycloakTotp', 100, 10), slice('lifeguardTotp', 120, 10)],
    [slice('lifeguardTotp', 180, 10), slice('keycloakTotp', 200, 10)],
    [slice('keycloakTotp', 100, 10), slice('lifeguardTotp', 100, 10)],
  ];
  const figures = signInFigures(passes, COMPARED);
  expect(figures).toMatchObject({
    keycloakTotpSignIns: 30,
    keycloakTotpPerSecond: 5,
    keycloakTotpCpuMillis: 13.33,
    lifeguardTotpToKeycloakTotpCpuRatio: 1,
    lifeguardTotpToKeycloakTotpCpuRatioFrom: 0.827,
    lifeguardTotpToKeycloakTotpCpuRatioTo: 1.173,
    lifeguardTotpToKeycloakTotpCpuMedianRatio: 1,
    lifeguardTotpToKeycloakTotpCpuLowestRatio: 0.9,
    lifeguardTotpToKeycloakTotpCpuHighestRatio: 1.2,
    lifeguardTotpToKeycloakTotpCpuPairs: 3,
  });
});

test('a step that no sign-in has taken has no figure', () => {
  const figures = signInFigures([[slice('keycloakTotp', 1, 1), slice('lifeguardTotp', 1, 1)]], COMPARED);
  expect(figures).toHaveProperty('keycloakTotpPasswordP50InMillis', 2);
  expect(figures).not.toHaveProperty('keycloakTotpFactorP50InMillis');
});

test('quantiles lie between the values', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([7], 0.95)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});
