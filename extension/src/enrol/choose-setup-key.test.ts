import { totpCode } from '@lifeguard/shared/otp';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSetUpKey } from './choose-setup-key.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';
const URI = `otpauth://totp/Demo:alice?secret=${SECRET}&issuer=Demo`;

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

describe('on any texts of QR codes', () => {
  const LIMIT_IN_MILLIS = 100;
  const MOST_IN_A_QR_CODE = 7089;
  const piece = fc.constantFrom(
    'otpauth://totp/',
    'OTPAUTH:',
    'otpauth-migration://offline?data=',
    SECRET,
    '?secret=',
    '&issuer=',
    '%',
    ' ',
    'a',
    'ß',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.tuple(piece, piece).map(([start, rest]) => (start + rest.repeat(1000)).slice(0, MOST_IN_A_QR_CODE)),
    fc.constant(URI),
  );

  test('it answers at once, and takes one key that makes codes, or none', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const before = process.cpuUsage();
        const chosen = chooseSetUpKey(texts);
        expect(process.cpuUsage(before).user / 1000).toBeLessThan(LIMIT_IN_MILLIS);
        if (!chosen.ok) return;
        expect(new Set(texts.filter((one) => /^\s*otpauth/i.test(one))).size).toBe(1);
        expect(totpCode(chosen.key, 0).code).toHaveLength(chosen.key.digits);
      }),
      { numRuns: 1000 },
    );
  });
});
