import { generateKeyPairSync } from 'node:crypto';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const privateKey = pair.privateKey.replaceAll(/-----[^-]+-----|\n/g, '');

/** The usual keys of a realm with one pair for all of them: Keycloak would make two for each, which takes longer than all else of a realm. */
export const REALM_KEYS: Pick<RealmRepresentation, 'components'> = {
  components: {
    'org.keycloak.keys.KeyProvider': [
      component('rsa', { privateKey: [privateKey], algorithm: ['RS256'] }),
      component('rsa-enc', { privateKey: [privateKey], algorithm: ['RSA-OAEP'] }),
      component('hmac-generated', { algorithm: ['HS512'] }),
      component('aes-generated'),
      // The client's type has one component where Keycloak has a list.
    ] as object,
  },
};

function component(providerId: string, config: Readonly<Record<string, readonly string[]>> = {}) {
  return { name: providerId, providerId, config: { priority: ['100'], ...config } };
}
