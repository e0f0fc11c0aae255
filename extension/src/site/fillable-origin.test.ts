import { expect, test } from 'vitest';
import { fillableOriginOf, isFillableOrigin } from './fillable-origin.ts';

test.each([
  'https://id.example',
  'https://id.example:8443',
  'http://localhost',
  'http://localhost:8080',
  'http://app.localhost:3000',
  'http://127.0.0.1:8080',
  'http://[::1]:8080',
])('%s may get a code', (origin) => {
  expect(isFillableOrigin(origin)).toBe(true);
});

test.each([
  '',
  'null',
  'http://id.example',
  'http://localhost.example',
  'http://127.0.0.1.example',
  'http://192.168.0.1',
  'https://id.example/',
  'https://id.example/path',
  'https://user@id.example',
  'https://ID.example',
  'https://id.example:443',
  'ftp://localhost',
  'file://',
  'data:text/html,x',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
])('%s may not', (origin) => {
  expect(isFillableOrigin(origin)).toBe(false);
});

test.each([
  ['https://id.example/realms/demo?x=1', 'https://id.example'],
  [' id.example:8443 ', 'https://id.example:8443'],
  ['http://localhost:8080/realms', 'http://localhost:8080'],
  ['http://id.example', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('the address %j gives %s', (address, origin) => {
  expect(fillableOriginOf(address)).toBe(origin);
});
