import { hkdfSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bytesToBase64 } from '../base64.ts';
import { askPasskey } from './ask-passkey.ts';
import { makePasskey } from './make-passkey.ts';
import { type Passkey, parsePasskey } from './passkey.ts';

const ID = new Uint8Array(20).fill(3);
const OUTPUT = new Uint8Array(32).fill(5);
const KEY = bytesToBase64(new Uint8Array(hkdfSync('sha256', OUTPUT, '', 'lifeguard/1/passkey-key', 32)));
const PASSKEY: Passkey = {
  credentialIdBase64: bytesToBase64(ID),
  transports: ['usb'],
  prfSaltBase64: bytesToBase64(new Uint8Array(32).fill(4)),
};

type PrfOutputs = AuthenticationExtensionsPRFOutputs | undefined;

/** A browser whose authenticator gives these, or fails so. */
function credentialsOf({ atCreate, atGet }: { atCreate?: PrfOutputs | Error; atGet?: PrfOutputs | Error }) {
  const asked: CredentialRequestOptions[] = [];
  const made: CredentialCreationOptions[] = [];
  return {
    asked,
    made,
    async create(options: CredentialCreationOptions) {
      made.push(options);
      return credential(atCreate);
    },
    async get(options: CredentialRequestOptions) {
      asked.push(options);
      return credential(atGet);
    },
  };
}

function credential(prf: PrfOutputs | Error): Credential {
  if (prf instanceof Error) throw prf;
  return {
    rawId: ID.buffer,
    response: { getTransports: () => ['usb'] },
    getClientExtensionResults: () => (prf === undefined ? {} : { prf }),
  } as unknown as Credential;
}

const NOT_ALLOWED = new DOMException('', 'NotAllowedError');
const given = (bytes: Uint8Array<ArrayBuffer>): PrfOutputs => ({ enabled: true, results: { first: bytes.buffer } });

describe('making a passkey', () => {
  test('gives its key, made by HKDF of what its PRF gave, and what is needed to ask for it again', async () => {
    const credentials = credentialsOf({ atCreate: given(OUTPUT) });
    const made = await makePasskey(credentials);
    expect(made).toMatchObject({ ok: true, passkey: { transports: ['usb'], passkeyKeyBase64: KEY } });
    expect(parsePasskey(made.ok && made.passkey)).toMatchObject({ credentialIdBase64: PASSKEY.credentialIdBase64 });
    expect(credentials.asked).toEqual([]);
  });

  test('insists on who is there, for the origin of the extension itself', async () => {
    const credentials = credentialsOf({ atCreate: given(OUTPUT) });
    await makePasskey(credentials);
    const [options] = credentials.made;
    expect(options?.publicKey?.authenticatorSelection?.userVerification).toBe('required');
    expect(options?.publicKey?.rp).not.toHaveProperty('id');
  });

  test('asks once more where the authenticator gives no key at once, for the same salt', async () => {
    const credentials = credentialsOf({ atCreate: { enabled: true }, atGet: given(OUTPUT) });
    const made = await makePasskey(credentials);
    expect(made).toMatchObject({ ok: true, passkey: { passkeyKeyBase64: KEY } });
    expect(credentials.asked[0]?.publicKey?.extensions).toEqual(credentials.made[0]?.publicKey?.extensions);
  });

  test('takes a new salt each time', async () => {
    const salts = await Promise.all(
      [1, 2].map(async () => {
        const made = await makePasskey(credentialsOf({ atCreate: given(OUTPUT) }));
        return made.ok && made.passkey.prfSaltBase64;
      }),
    );
    expect(new Set(salts).size).toBe(2);
  });

  test.each([
    ['has no PRF', undefined, undefined],
    ['says that it has none', { enabled: false }, undefined],
    ['gives no key when asked either', { enabled: true }, { enabled: true }],
    ['gives too little', { enabled: true }, given(new Uint8Array(31))],
  ])('refuses an authenticator that %s', async (_, atCreate, atGet) => {
    expect(await makePasskey(credentialsOf({ atCreate, atGet }))).toEqual({ ok: false, reason: 'passkey-unsuitable' });
  });

  test('comes to nothing when the user does not prove it the second time', async () => {
    const credentials = credentialsOf({ atCreate: { enabled: true }, atGet: NOT_ALLOWED });
    expect(await makePasskey(credentials)).toEqual({ ok: false, reason: 'passkey-not-used' });
  });
});

describe('asking a passkey', () => {
  test('asks that one, by its salt, and who is there', async () => {
    const credentials = credentialsOf({ atGet: given(OUTPUT) });
    expect(await askPasskey(PASSKEY, credentials)).toEqual({ ok: true, passkeyKeyBase64: KEY });
    expect(credentials.asked[0]?.publicKey).toMatchObject({
      allowCredentials: [{ type: 'public-key', id: ID, transports: ['usb'] }],
      userVerification: 'required',
      extensions: { prf: { eval: { first: new Uint8Array(32).fill(4) } } },
    });
  });

  test.each([
    ['NotAllowedError', 'passkey-not-used'],
    ['AbortError', 'passkey-not-used'],
    ['UnknownError', 'passkey-not-used'],
    ['ConstraintError', 'passkey-unsuitable'],
    ['NotSupportedError', 'passkey-unsuitable'],
    ['SecurityError', 'passkeys-not-offered'],
  ])('%s is called %s', async (name, reason) => {
    const credentials = credentialsOf({ atGet: new DOMException('', name) });
    expect(await askPasskey(PASSKEY, credentials)).toEqual({ ok: false, reason });
  });

  test('a passkey that gives no key is unsuitable', async () => {
    expect(await askPasskey(PASSKEY, credentialsOf({}))).toEqual({ ok: false, reason: 'passkey-unsuitable' });
  });

  test('a mistake of ours is no refusal', async () => {
    await expect(askPasskey(PASSKEY, credentialsOf({ atGet: new TypeError('ours') }))).rejects.toThrow('ours');
  });
});
