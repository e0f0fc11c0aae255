import { expect, test } from 'vitest';
import { domainParts, isSameOwner } from './registrable-domain.ts';

test.each([
  ['login.example.com', 'example.com', 'example', 'com', 'login'],
  ['example.co.uk', 'example.co.uk', 'example', 'co.uk', ''],
  ['a.b.user.github.io', 'user.github.io', 'user', 'github.io', 'a.b'],
  ['id.example', 'id.example', 'id', 'example', ''],
])('%s is of %s', (host, domain, name, suffix, subdomain) => {
  expect(domainParts(host)).toEqual({ domain, name, suffix, subdomain });
});

test.each(['github.io', 'co.uk', 'localhost', '127.0.0.1', '[::1]', 'intranet', 'host.lan-of-nobody'])(
  '%s is nobody’s to register',
  (host) => {
    expect(domainParts(host)).toBeUndefined();
  },
);

test.each([
  ['https://login.example.com', 'https://example.com', true],
  ['https://a.example.co.uk', 'https://b.example.co.uk', true],
  ['https://one.github.io', 'https://two.github.io', false],
  ['https://example.co.uk', 'https://other.co.uk', false],
  ['https://login.example.com', 'https://login.example.com:8443', false],
  ['https://login.example.com', 'http://example.com', false],
  ['http://a.localhost', 'http://b.localhost', false],
  ['https://127.0.0.1', 'https://127.0.0.2', false],
])('%s and %s have one owner: %s', (one, other, same) => {
  expect(isSameOwner(one, other)).toBe(same);
});
