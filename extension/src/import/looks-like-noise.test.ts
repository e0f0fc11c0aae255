import { describe, expect, test } from 'vitest';
import { bytesOf, noise } from './import.fixture.ts';
import { looksLikeNoise } from './looks-like-noise.ts';

const LENGTHS = [28, 60, 200, 2_000, 50_000];

describe.each(LENGTHS)('%i bytes', (length) => {
  test('drawn by lot look so', () => {
    const looks = Array.from({ length: 100 }, () => looksLikeNoise(noise(length)));
    // A single one may be denied by chance, once in many runs.
    expect(looks.filter((look) => !look).length).toBeLessThanOrEqual(1);
  });

  test('of words do not, nor do numbers in columns, nor zeros', () => {
    const words = bytesOf('The quick brown fox jumps over the lazy dog again. '.repeat(1_000)).subarray(0, length);
    const numbers = new Uint8Array(new Uint32Array(length / 4).map((_, place) => place * 3).buffer);
    for (const bytes of [words, numbers, new Uint8Array(length)]) expect(looksLikeNoise(bytes)).toBe(false);
  });
});
