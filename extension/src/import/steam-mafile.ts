import { parseBase64 } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import type { Importer } from './importer.ts';
import { isObject, isText, objectOf } from './json.ts';
import { readKey } from './read-key.ts';

/**
 * One account of Steam Desktop Authenticator.
 * @see https://github.com/Jessecar96/SteamDesktopAuthenticator
 */
export const steamMafile: Importer = {
  format: 'steam-mafile',
  recognizes: ({ json }) => isObject(json) && isText(json['shared_secret']),
  read({ json }) {
    const { shared_secret: secret, account_name: account } = objectOf(json);
    return collectEntries([readKey({ type: 'steam', issuer: 'Steam', account, secret: parseBase64(secret) ?? '?' })]);
  },
};
