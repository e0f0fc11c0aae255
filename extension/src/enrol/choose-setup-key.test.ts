import { expect, test } from 'vitest';
import { chooseSetUpKey } from './choose-setup-key.ts';

const URI = 'otpauth://totp/Demo:alice?secret=JBSWY3DPEHPK3PXP&issuer=Demo';

test('takes the one setup code among others', () => {
  const texts = ['https://apps.example/authenticator', URI, URI];
  expect(chooseSetUpKey(texts)).toMatchObject({ ok: true, key: { issuer: 'Demo', account: 'alice' } });
});

test.each([
  [[], 'no-qr'],
  [['https://apps.example'], 'no-otp-qr'],
  [[URI, URI.replace('alice', 'bob')], 'several-qr'],
  [['otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=0'], 'hotp'],
  [['otpauth://totp/x?secret=0189'], 'bad-secret'],
  [['otpauth-migration://offline?data=CgA%3D'], 'migration'],
])('refuses %j as %s', (texts, reason) => {
  expect(chooseSetUpKey(texts)).toEqual({ ok: false, reason });
});
