import { describe, expect, it } from 'vitest';
import { readConnection } from './connection.ts';

const admin = { realm: 'demo', user: 'admin', password: 'secret' };

describe('readConnection', () => {
  it('has defaults for the server and the realm of the account', () => {
    expect(readConnection(admin, {})).toEqual({
      server: 'http://localhost:8080',
      realm: 'demo',
      authRealm: 'master',
      account: { user: 'admin', password: 'secret' },
    });
  });

  it('reads the environment', () => {
    const env = {
      LIFEGUARD_SERVER: 'https://id.example.com',
      LIFEGUARD_REALM: 'demo',
      LIFEGUARD_CLIENT_ID: 'operator',
      LIFEGUARD_CLIENT_SECRET: 'secret',
    };
    expect(readConnection({}, env)).toMatchObject({
      server: 'https://id.example.com',
      account: { clientId: 'operator', clientSecret: 'secret' },
    });
  });

  it('lets an option for a user set the client of the environment aside', () => {
    const env = { LIFEGUARD_CLIENT_ID: 'operator', LIFEGUARD_CLIENT_SECRET: 'secret' };
    expect(readConnection(admin, env).account).toEqual({ user: 'admin', password: 'secret' });
  });

  it('leaves a missing password to be asked for', () => {
    expect(readConnection({ realm: 'demo', user: 'admin' }, {}).account).toEqual({ user: 'admin' });
  });

  it.each([
    ['no realm', { user: 'admin' }, {}, '--realm'],
    ['an option without its value', { ...admin, realm: '' }, {}, '--realm'],
    ['a server without a scheme', { ...admin, server: 'localhost:8080' }, {}, '--server'],
    ['a server that is no HTTP address', { ...admin, server: 'file:///etc' }, {}, '--server'],
    ['nobody to sign in', { realm: 'demo' }, {}, '--user'],
    ['a user and a client', { ...admin, 'client-id': 'operator' }, {}, 'not both'],
    ['both in the environment', { realm: 'demo' }, { LIFEGUARD_USER: 'a', LIFEGUARD_CLIENT_ID: 'b' }, 'not both'],
    ['a client without its secret', { realm: 'demo', 'client-id': 'operator' }, {}, '--client-secret'],
  ])('refuses %s', (_, args, env, part) => {
    expect(() => readConnection(args, env)).toThrow(part);
  });

  it('never repeats a password in a refusal', () => {
    expect(() => readConnection({ ...admin, 'client-id': 'operator' }, {})).toThrow(/^(?!.*secret).*$/);
  });
});
