import { EXTENSION_REDIRECT_URIS } from '@lifeguard/shared/cognito';
import { describe, expect, it } from 'vitest';
import { extensionClient, isExtensionAddress, planExtensionClient } from './extension-client.ts';

const OWN_BUILD = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const whats = (...args: Parameters<typeof planExtensionClient>) => planExtensionClient(...args).map(({ what }) => what);

/** As Keycloak gives it back: with an id, its lists in another order, and much that nobody asked for. */
const installed = {
  ...extensionClient(),
  id: '1',
  redirectUris: EXTENSION_REDIRECT_URIS.toReversed(),
  attributes: { ...extensionClient().attributes, 'display.on.consent.screen': 'false' },
};

describe('planExtensionClient', () => {
  it('makes the client', () => {
    expect(whats(undefined, [])).toEqual([
      'create the client lifeguard_extension, by which the browser extension signs users in',
    ]);
  });

  it('has nothing to do where all is there', () => {
    expect(whats({ ...installed, name: 'Codes in the browser' }, [])).toEqual([]);
  });

  it('adds the address of a build with an id of its own, which stays', () => {
    expect(whats(installed, [OWN_BUILD])).toEqual(['correct the client lifeguard_extension: redirectUris']);
    expect(whats({ ...installed, redirectUris: [OWN_BUILD, ...EXTENSION_REDIRECT_URIS] }, [])).toEqual([]);
  });

  it.each([
    ['an address that codes could be sent to', { redirectUris: [...EXTENSION_REDIRECT_URIS, '*'] }, 'redirectUris'],
    ['a password grant', { directAccessGrantsEnabled: true }, 'directAccessGrantsEnabled'],
    ['all roles of whoever signs in', { fullScopeAllowed: true }, 'fullScopeAllowed'],
    ['no PKCE', { attributes: { 'use.refresh.tokens': 'false' } }, 'pkce.code.challenge.method'],
    ['tokens that last', { attributes: { 'pkce.code.challenge.method': 'S256' } }, 'use.refresh.tokens'],
  ])('takes back %s', (_, change, fault) => {
    expect(whats({ ...installed, ...change }, [])).toEqual([`correct the client lifeguard_extension: ${fault}`]);
  });
});

it.each(['*', 'https://*.example.org/', 'http://id.chromiumapp.org/', 'javascript:alert(1)', 'example.org', ''])(
  'sends no code to %j',
  (uri) => expect(isExtensionAddress(uri)).toBe(false),
);
