import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOtpauthUri } from './format-otpauth-uri.ts';
import type { OtpKey } from './otp-key.ts';
import { parseOtpauthUri } from './parse-otpauth-uri.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';

/** Of CPU time, which a busy machine does not stretch. */
const LIMIT_IN_MICROS = 200_000;

function keyOf(uri: string): OtpKey {
  const result = parseOtpauthUri(uri);
  if (!result.ok) throw new Error(result.error);
  return result.key;
}

function warningsOf(uri: string): readonly string[] {
  const result = parseOtpauthUri(uri);
  if (!result.ok) throw new Error(result.error);
  return result.warnings;
}

function errorOf(uri: string): string | undefined {
  const result = parseOtpauthUri(uri);
  return result.ok ? undefined : result.error;
}

test('fills in what RFC 6238 and the Key URI format leave to the default', () => {
  expect(parseOtpauthUri(`otpauth://totp/Shop:alice?secret=${SECRET}`)).toEqual({
    ok: true,
    key: {
      type: 'totp',
      issuer: 'Shop',
      account: 'alice',
      secretBase32: SECRET,
      algorithm: 'SHA1',
      digits: 6,
      periodInSeconds: 30,
      counter: 0,
    },
    warnings: [],
  });
});

describe('is tolerant at the edge', () => {
  test('cuts blanks around the URI and takes scheme, type and names in any case', () => {
    expect(keyOf(` \n OTPAUTH://TOTP/Shop:x?Secret=${SECRET}&ISSUER=Shop\t`)).toMatchObject({ issuer: 'Shop' });
  });

  test('needs no label', () => {
    expect(keyOf(`otpauth://totp?secret=${SECRET}`)).toMatchObject({ issuer: '', account: '' });
    expect(keyOf(`otpauth://totp/?secret=${SECRET}&issuer=Shop`)).toMatchObject({ issuer: 'Shop', account: '' });
  });

  test('reads + as itself in the label and as a blank in the issuer parameter', () => {
    const uri = `otpauth://totp/Air+Shop:al+ice?secret=${SECRET}&issuer=Air+Shop`;
    expect(keyOf(uri)).toMatchObject({ issuer: 'Air Shop', account: 'al+ice' });
    expect(warningsOf(uri)).toEqual([]);
    expect(keyOf(`otpauth://totp/x?secret=${SECRET}&issuer=C%2B%2B`)).toMatchObject({ issuer: 'C++' });
  });

  test('an issuer that is an address keeps its port in either reading of +', () => {
    const address = 'https://git.test:3000/a+b';
    expect(keyOf(`otpauth://totp/${address}:alice?secret=${SECRET}&issuer=${address}`)).toMatchObject({
      issuer: 'https://git.test:3000/a b',
      account: 'alice',
    });
  });

  test('the first of repeated parameters wins, with a warning for those that count', () => {
    const uri = `otpauth://totp/x?secret=${SECRET}&digits=8&Digits=6`;
    expect(keyOf(uri)).toMatchObject({ digits: 8 });
    expect(warningsOf(uri)).toEqual(['duplicate-parameter']);
    expect(warningsOf(`otpauth://totp/x?secret=${SECRET}&color=1&color=2`)).toEqual([]);
  });

  test('the parameter names the issuer when the label names another, with a warning', () => {
    const uri = `otpauth://totp/Contoso:alice?secret=${SECRET}&issuer=Shop`;
    expect(keyOf(uri)).toMatchObject({ issuer: 'Shop', account: 'alice' });
    expect(warningsOf(uri)).toEqual(['issuer-mismatch']);
    expect(warningsOf(`otpauth://totp/shop:alice?secret=${SECRET}&issuer=Shop`)).toEqual([]);
  });

  test.each(['&amp;', '&AMP;', '&#38;', '&#x26;'])('reads %s, copied from the source of a page, as &', (ampersand) => {
    expect(keyOf(`otpauth://totp/x?secret=${SECRET}${ampersand}digits=8`)).toMatchObject({ digits: 8 });
  });

  test('empty parameters mean the default and an empty issuer falls back to the label', () => {
    expect(keyOf(`otpauth://totp/Shop:x?secret=${SECRET}&issuer=&digits=&period=&algorithm=`)).toMatchObject({
      issuer: 'Shop',
      digits: 6,
      periodInSeconds: 30,
      algorithm: 'SHA1',
    });
  });

  test('keeps a name with a broken percent sign, with a warning', () => {
    const uri = `otpauth://totp/100%:x?secret=${SECRET}&issuer=100%`;
    expect(keyOf(uri)).toMatchObject({ issuer: '100%', account: 'x' });
    expect(warningsOf(uri)).toEqual(['bad-encoding']);
  });

  test('ignores a fragment with a warning, and keeps a # that nobody encoded in the label', () => {
    const uri = `otpauth://totp/Shop #1:x?secret=${SECRET}#rest`;
    expect(keyOf(uri)).toMatchObject({ issuer: 'Shop #1', account: 'x' });
    expect(warningsOf(uri)).toEqual(['fragment-ignored']);
  });

  test('HOTP without a counter begins at 0, with a warning', () => {
    const uri = `otpauth://hotp/x?secret=${SECRET}`;
    expect(keyOf(uri)).toMatchObject({ type: 'hotp', counter: 0 });
    expect(warningsOf(uri)).toEqual(['missing-counter']);
    expect(keyOf(`${uri}&counter=9007199254740991`)).toMatchObject({ counter: Number.MAX_SAFE_INTEGER });
  });

  test('a parameter of the other type decides nothing', () => {
    expect(keyOf(`otpauth://hotp/x?secret=${SECRET}&counter=7&period=0`)).toMatchObject({ periodInSeconds: 30 });
    expect(keyOf(`otpauth://totp/x?secret=${SECRET}&counter=-1`)).toMatchObject({ counter: 0 });
  });

  test('knows both ways to write a Steam key, whose codes have five characters', () => {
    expect(keyOf(`otpauth://steam/Steam:x?secret=${SECRET}`)).toMatchObject({ type: 'steam', digits: 5 });
    const uri = `otpauth://totp/Steam:x?secret=${SECRET}&encoder=steam&digits=6`;
    expect(keyOf(uri)).toMatchObject({ type: 'steam', digits: 5 });
    expect(warningsOf(uri)).toEqual(['steam-digits']);
  });
});

describe('is strict inside', () => {
  test.each([
    ['', 'not-otpauth'],
    ['otpauth://', 'not-otpauth'],
    ['otpauth:totp/x?secret=JBSWY3DPEHPK3PXP', 'not-otpauth'],
    ['https://otpauth.test/?secret=JBSWY3DPEHPK3PXP', 'not-otpauth'],
    ['javascript:alert(1)//otpauth://totp/x?secret=JBSWY3DPEHPK3PXP', 'not-otpauth'],
    ['otpauth-migration://offline?data=CgA%3D', 'migration'],
    ['otpauth://motp/x?secret=JBSWY3DPEHPK3PXP', 'unsupported-type'],
    ['otpauth://totp@evil.test/x?secret=JBSWY3DPEHPK3PXP', 'unsupported-type'],
    ['otpauth://totp/x', 'missing-secret'],
    ['otpauth://totp/x?secret=&secret=JBSWY3DPEHPK3PXP', 'missing-secret'],
    ['otpauth://totp/x?secret=JBSWY3DPEHPK3PX1', 'bad-secret'],
    ['otpauth://totp/x?secret=JBSWY3DP%00EHPK3PXP', 'bad-secret'],
  ])('refuses %j as %s', (uri, error) => {
    expect(errorOf(uri)).toBe(error);
  });

  test.each(['MD5', 'SHA384', 'none'])('never falls back to SHA1 from the algorithm %s', (algorithm) => {
    expect(errorOf(`otpauth://totp/x?secret=${SECRET}&algorithm=${algorithm}`)).toBe('bad-algorithm');
  });

  test.each(['0', '3', '11', '60', '-6', '6.0', '6e0', '0x6', '%EF%BC%96', 'six'])('refuses %s digits', (digits) => {
    expect(errorOf(`otpauth://totp/x?secret=${SECRET}&digits=${digits}`)).toBe('bad-digits');
  });

  test.each(['0', '-30', '3e1', '0.5', '99999999999999999999', '+30'])('refuses the period %s', (period) => {
    expect(errorOf(`otpauth://totp/x?secret=${SECRET}&period=${period}`)).toBe('bad-period');
  });

  test.each(['-1', '1.5', '9007199254740992', 'x'])('refuses the counter %s', (counter) => {
    expect(errorOf(`otpauth://hotp/x?secret=${SECRET}&counter=${counter}`)).toBe('bad-counter');
  });

  test('names no part of the secret in the message of a refusal', () => {
    const refused = ['digits=99', 'period=0', 'algorithm=MD5'].map((parameter) =>
      parseOtpauthUri(`otpauth://totp/x?secret=${SECRET}&${parameter}`),
    );
    refused.push(parseOtpauthUri(`otpauth://totp/x?secret=${SECRET}!`));
    refused.push(parseOtpauthUri(`otpauth://totp&secret=${SECRET}`));
    expect(refused.filter((result) => result.ok)).toEqual([]);
    expect(JSON.stringify(refused)).not.toContain('JBSW');
  });
});

describe('under attack', () => {
  test.each([
    ['a bidirectional override', '%E2%80%AE'],
    ['a zero-width space', '%E2%80%8B'],
    ['NUL', '%00'],
  ])('%s in a name neither cuts nor hides it: the text is whole and a warning tells', (_name, character) => {
    const uri = `otpauth://totp/x?secret=${SECRET}&issuer=Bank${character}live`;
    expect(keyOf(uri).issuer).toBe(`Bank${decodeURIComponent(character)}live`);
    expect(warningsOf(uri)).toEqual(['suspicious-characters']);
  });

  test('an otpauth URI nested in a name is only text', () => {
    const nested = 'otpauth://totp/Evil?secret=AAAAAAAA&digits=8';
    expect(keyOf(`otpauth://totp/x?secret=${SECRET}&issuer=${encodeURIComponent(nested)}`)).toMatchObject({
      issuer: nested,
      secretBase32: SECRET,
      digits: 6,
    });
  });

  test('names of the object prototype are parameters like any other', () => {
    expect(keyOf(`otpauth://totp/x?__proto__=1&constructor=2&secret=${SECRET}&toString=3`)).toEqual(
      keyOf(`otpauth://totp/x?secret=${SECRET}`),
    );
  });

  test('half of a surrogate pair becomes the replacement character, so that the key can be written again', () => {
    const key = keyOf(`otpauth://totp/a\ud83db?secret=${SECRET}`);
    expect(key.account).toBe('a\ufffdb');
    expect(keyOf(formatOtpauthUri(key))).toEqual(key);
  });

  test('ten megabytes are refused at once', () => {
    const huge = `otpauth://totp/x?secret=${'A'.repeat(10_000_000)}`;
    const before = process.cpuUsage();
    expect(errorOf(huge)).toBe('too-long');
    expect(process.cpuUsage(before).user).toBeLessThan(LIMIT_IN_MICROS);
  });

  test.each(['%', '%F0%9F%94', ':', '+', '&', '&amp;', '=', '?', '#', ' ', '/', '%3A'])(
    'the longest text made of %j takes no quadratic time',
    (piece) => {
      const long = piece.repeat(Math.floor(7000 / piece.length));
      const before = process.cpuUsage();
      parseOtpauthUri(`otpauth://totp/${long}?secret=${SECRET}&issuer=${long}`);
      expect(process.cpuUsage(before).user).toBeLessThan(LIMIT_IN_MICROS);
    },
  );
});

describe('on any text', () => {
  // Whole code units too, which no decoder of UTF-8 would give but a clipboard may.
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    fc.constantFrom(SECRET, '%', '%E9', '%3A', ':', '://', '//', '+', '&amp;', '#', '/', '?', '&', '=', ' ', '6', '30'),
  );
  const value = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
  const parameters = fc
    .array(fc.tuple(fc.constantFrom('issuer', 'digits', 'period', 'counter', 'algorithm', 'image'), value), {
      maxLength: 4,
    })
    .map((pairs) => pairs.map(([name, text]) => `&${name}=${text}`).join(''));
  const nearUri = fc
    .tuple(fc.constantFrom('totp', 'hotp', 'steam', 'TOTP'), value, fc.constantFrom(SECRET, ''), parameters)
    .map(([type, label, secret, rest]) => `otpauth://${type}/${label}?secret=${secret}${rest}`);

  test('it answers and never throws, and every key that it gives can be written and read again', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(value, nearUri), (text) => {
        const result = parseOtpauthUri(text);
        if (!result.ok) return;
        accepted += 1;
        expect(keyOf(formatOtpauthUri(result.key))).toEqual(result.key);
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
