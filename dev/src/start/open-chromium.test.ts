import { expect, test } from 'vitest';
import { noDisplay } from './open-chromium.ts';

test.each<[NodeJS.Platform, Record<string, string>]>([
  ['linux', { DISPLAY: ':0' }],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }],
  ['darwin', {}],
])('%s with %o can open a window', (platform, env) => {
  expect(noDisplay(platform, env)).toBeUndefined();
});

test('without a display, one sentence says why nothing opens', () => {
  expect(noDisplay('linux', { DISPLAY: '' })).toMatch(/^--open needs a display, .*\.$/);
});
