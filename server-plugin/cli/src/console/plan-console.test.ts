import { describe, expect, it } from 'vitest';
import { CONSOLE_ROLES, consoleClient } from './console-client.ts';
import { planConsole } from './plan-console.ts';

const whats = (...args: Parameters<typeof planConsole>) => planConsole(...args).map(({ what }) => what);

/** As Keycloak gives it back: with an id and with much that nobody asked for. */
const installed = { ...consoleClient('pool'), id: '1', consentRequired: false };

describe('planConsole', () => {
  it('makes the client and gives it the roles that the console can use', () => {
    expect(whats({ roles: [] }, 'pool')).toEqual([
      'create the client lifeguard-console, by which administrators sign in to the console',
      'let the client lifeguard-console use the roles view-realm, manage-realm, view-clients, view-identity-providers of those who have them',
    ]);
  });

  it('has nothing to do where all is there, whatever an operator has added', () => {
    const client = { ...installed, name: 'Console', attributes: { ...installed.attributes, login_theme: 'ours' } };
    expect(whats({ client, roles: [...CONSOLE_ROLES, 'view-users'] }, 'pool')).toEqual([]);
  });

  it.each([
    ['an address that codes could be sent to', { redirectUris: ['*'] }, 'redirectUris'],
    ['no PKCE', { attributes: { 'post.logout.redirect.uris': '+' } }, 'pkce.code.challenge.method'],
    ['all roles of whoever signs in', { fullScopeAllowed: true }, 'fullScopeAllowed'],
    ['a password grant', { directAccessGrantsEnabled: true }, 'directAccessGrantsEnabled'],
  ])('takes back %s', (_, change, fault) => {
    expect(whats({ client: { ...installed, ...change }, roles: CONSOLE_ROLES }, 'pool')).toEqual([
      `correct the client lifeguard-console: ${fault}`,
    ]);
  });

  it('gives only the roles that are missing', () => {
    expect(whats({ client: installed, roles: ['view-realm', 'manage-realm', 'view-clients'] }, 'pool')).toEqual([
      expect.stringContaining('the roles view-identity-providers of'),
    ]);
  });
});
