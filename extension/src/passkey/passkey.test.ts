import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToBase64 } from '../base64.ts';
import { isPasskeyKey, type Passkey, parsePasskey } from './passkey.ts';

const PASSKEY: Passkey = {
  credentialIdBase64: zeros(16),
  transports: ['internal', 'hybrid'],
  prfSaltBase64: zeros(32),
};

function zeros(length: number): string {
  return bytesToBase64(new Uint8Array(length));
}

test('what is known of a passkey is read, and nothing else', () => {
  expect(parsePasskey(PASSKEY)).toEqual(PASSKEY);
  expect(parsePasskey({ ...PASSKEY, transports: [], credentialIdBase64: zeros(1023) })).toBeDefined();
  expect(parsePasskey({ ...PASSKEY, passkeyKeyBase64: zeros(32), other: 1 })).toEqual(PASSKEY);
});

test.each([
  undefined,
  null,
  'passkey',
  { ...PASSKEY, credentialIdBase64: undefined },
  { ...PASSKEY, credentialIdBase64: zeros(15) },
  { ...PASSKEY, credentialIdBase64: zeros(1024) },
  { ...PASSKEY, credentialIdBase64: [zeros(16)] },
  { ...PASSKEY, prfSaltBase64: zeros(31) },
  { ...PASSKEY, prfSaltBase64: zeros(33) },
  { ...PASSKEY, prfSaltBase64: `${zeros(32).slice(0, -1)}-` },
  { ...PASSKEY, transports: 'usb' },
  { ...PASSKEY, transports: [7] },
  { ...PASSKEY, transports: ['usb,nfc'] },
  { ...PASSKEY, transports: Array.from({ length: 9 }, () => 'usb') },
])('refuses %j', (value) => {
  expect(parsePasskey(value)).toBeUndefined();
});

test('whatever comes as a passkey is one or none', () => {
  const member = fc.oneof(fc.anything(), fc.constantFrom(zeros(16), zeros(32), 'usb'), fc.array(fc.string()));
  const sent = fc.record({ credentialIdBase64: member, transports: member, prfSaltBase64: member });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), sent), (value) => {
      const passkey = parsePasskey(value);
      if (passkey !== undefined) expect(parsePasskey(JSON.parse(JSON.stringify(passkey)))).toEqual(passkey);
    }),
  );
});

test('a key has 32 bytes', () => {
  expect(isPasskeyKey(zeros(32))).toBe(true);
  for (const value of [undefined, new Uint8Array(32), '', zeros(31), zeros(33), 'A'.repeat(43)])
    expect(isPasskeyKey(value)).toBe(false);
});
