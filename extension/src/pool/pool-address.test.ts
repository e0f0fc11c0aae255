import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIssuer, issuerAt } from './pool-address.ts';
import { PoolRefused } from './pool-refused.ts';

test.each([
  ['https://id.example.org/realms/acme', 'https://id.example.org/realms/acme'],
  [' https://id.example.org/realms/acme/ ', 'https://id.example.org/realms/acme'],
  ['https://id.example.org/realms/acme/account/#/security', 'https://id.example.org/realms/acme'],
  ['https://id.example.org/realms/acme/protocol/openid-connect/auth?client_id=x', 'https://id.example.org/realms/acme'],
  ['id.example.org/realms/acme', 'https://id.example.org/realms/acme'],
  ['https://id.example.org:8443/auth/realms/acme', 'https://id.example.org:8443/auth/realms/acme'],
  ['https://ID.example.org/realms/Acme%20Inc', 'https://id.example.org/realms/Acme%20Inc'],
  ['http://localhost:8080/realms/acme', 'http://localhost:8080/realms/acme'],
  ['localhost:8080/realms/acme', 'http://localhost:8080/realms/acme'],
  ['127.0.0.1/realms/acme', 'http://127.0.0.1/realms/acme'],
  ['localhost.example.org/realms/acme', 'https://localhost.example.org/realms/acme'],
])('%s leads to %s', (address, issuer) => {
  expect(issuerAt(address)).toBe(issuer);
});

test.each([
  ['', 'pool-address'],
  ['acme', 'pool-address'],
  ['https://id.example.org/', 'pool-address'],
  ['https://id.example.org/realms/', 'pool-address'],
  ['https://ada:secret@id.example.org/realms/acme', 'pool-address'],
  ['http://id.example.org/realms/acme', 'pool-insecure'],
  ['ftp://id.example.org/realms/acme', 'pool-insecure'],
  ['javascript:alert(1)//realms/acme', 'pool-address'],
])('%j is refused: %s', (address, reason) => {
  expect(isIssuer(address)).toBe(false);
  expect(() => issuerAt(address)).toThrow(expect.objectContaining({ name: 'PoolRefused', reason }) as Error);
});

test('whatever is typed is refused, or an issuer that means itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()), (text) => {
      for (const address of [text, `${text}/realms/acme`]) {
        try {
          const issuer = issuerAt(address);
          expect(isIssuer(issuer)).toBe(true);
          expect(new URL(issuer).href).toBe(issuer);
        } catch (error) {
          expect(error).toBeInstanceOf(PoolRefused);
        }
      }
    }),
  );
});
