import { expect, test } from 'vitest';
import { pageFigures } from './page-figures.ts';

test('what a page costs is what a reading takes beyond a call that does nothing in the page without the extension', () => {
  const pairs = [
    { read: 4, without: 1 },
    { read: 9, without: 1 },
    { read: 3, without: 2 },
  ];
  expect(pageFigures([{ kind: 'reading', path: '/elements-and-code', fields: 1, first: 12, pairs }])).toEqual({
    elementsAndCodeFirstCpuMillis: 12,
    elementsAndCodeCpuMillis: 3,
    elementsAndCodeLowestCpuMillis: 1,
    elementsAndCodeHighestCpuMillis: 8,
  });
});

test('what watching adds to a storm is the difference to the same storm without it', () => {
  const pairs = [
    { watched: 50, without: 40 },
    { watched: 44, without: 42 },
  ];
  expect(pageFigures([{ kind: 'storm', pairs }])).toEqual({
    stormWithoutCpuMillis: 41,
    stormAddedCpuMillis: 6,
    stormAddedLowestCpuMillis: 2,
    stormAddedHighestCpuMillis: 10,
  });
});

test('the time to the code stands beside that of a page that writes by itself', () => {
  expect(pageFigures([{ kind: 'fill', millis: [20, 30, 25], without: [2, 4, 3] }])).toEqual({
    fieldToCodeMillis: 25,
    fieldToCodeLowestMillis: 20,
    fieldToCodeHighestMillis: 30,
    fieldToCodeWithoutMillis: 3,
  });
});
