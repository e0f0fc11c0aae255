import { expect, test } from 'vitest';
import { readPlace } from './place.ts';

test('the address of the page says server, context path and realm', () => {
  expect(readPlace(new URL('https://id.example/auth/realms/my%20pool/lifeguard/console/?code=x'))).toEqual({
    server: 'https://id.example/auth',
    realm: 'my pool',
    page: 'https://id.example/auth/realms/my%20pool/lifeguard/console/',
  });
});

test('a page at any other address is a fault of the server', () => {
  expect(() => readPlace(new URL('https://id.example/console/'))).toThrow('no console');
});
