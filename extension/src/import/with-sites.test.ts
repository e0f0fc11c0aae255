import { expect, test } from 'vitest';
import { read, SECRET } from './import.fixture.ts';

const origins = ['https://shop.example', 'https://id.shop.example:8443'];

test('the sites of a login come along, in the order of the file', async () => {
  const uris = ['https://shop.example/login?next=/', 'https://id.shop.example:8443', 'https://shop.example/'];
  const login = { totp: SECRET, username: 'ann', uris: uris.map((uri) => ({ uri, match: null })) };
  const json = { encrypted: false, folders: [], items: [{ name: 'Shop', login }] };
  expect(await read(json)).toMatchObject({ entries: [{ bindings: { origins, coveredDomains: [], submitsAt: [] } }] });

  const csv = `folder,favorite,type,name,login_uri,login_username,login_password,login_totp\n,,login,Shop,"${uris.join(',')}",ann,x,${SECRET}\n`;
  expect(await read(csv)).toMatchObject({ format: 'bitwarden-csv', entries: [{ bindings: { origins } }] });
});

test.each([
  ['as the settings say', null, true],
  ['by its domain', 0, true],
  ['by its host', 1, true],
  ['by its beginning', 2, true],
  ['exactly', 3, true],
  ['as a regular expression', 4, false],
  ['never', 5, false],
  ['in a way that is not known', 6, false],
])('a site that Bitwarden matches %s (%j) comes along: %j', async (_, match, comes) => {
  const uris = [
    { uri: 'https://other.example', match },
    { uri: 'https://shop.example', match: null },
  ];
  const login = { totp: SECRET, uris };
  const result = await read({ encrypted: false, folders: [], items: [{ name: 'Shop', login }] });
  const sites = comes ? ['https://other.example', 'https://shop.example'] : ['https://shop.example'];
  expect(result).toMatchObject({ entries: [{ bindings: { origins: sites } }] });
});

test.each([
  ['plain http', 'http://shop.example'],
  ['an app', 'androidapp://com.shop'],
  ['a pattern', '^https://.*\\.example$'],
  ['nothing', ''],
])('%s is no site', async (_, uri) => {
  const login = { totp: SECRET, uris: [{ uri }, null, 'x'] };
  const result = await read({ encrypted: false, folders: [], items: [{ name: 'Shop', login }] });
  expect(result).toMatchObject({ ok: true, entries: [{ key: { issuer: 'Shop' } }] });
  expect(result.ok && result.entries[0]).not.toHaveProperty('bindings');
});
