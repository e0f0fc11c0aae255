import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMobileNumber, readMobileNumber } from './mobile-number.ts';

describe('readMobileNumber', () => {
  it('reads what that plugin stores', () => {
    expect(readMobileNumber('{"mobileNumber":"+4915112345678"}')).toBe('+4915112345678');
  });

  it.each([undefined, '', '{', 'null', '"text"', '{}', '{"mobileNumber":""}', '{"mobileNumber":49}'])(
    'has none in %j',
    (data) => {
      expect(readMobileNumber(data)).toBeUndefined();
    },
  );

  it('never throws, whatever a credential holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (data) => void readMobileNumber(data)));
  });
});

describe('parseMobileNumber', () => {
  it.each([
    '+4915112345678',
    '+49 151 12345678',
    '004915112345678',
    '4915112345678',
    '015112345678',
    '+49015112345678',
  ])('fills in the country code of %s', (text) => {
    expect(parseMobileNumber(text, '+49')).toEqual({ ok: true, e164: '+4915112345678' });
  });

  it.each([
    ['+14155550123', '+14155550123'],
    ['0014155550123', '+14155550123'],
  ])('leaves the number of another country alone: %s', (text, e164) => {
    expect(parseMobileNumber(text, '+49')).toEqual({ ok: true, e164 });
  });

  it('guesses nothing without a country code', () => {
    expect(parseMobileNumber('015112345678').ok).toBe(false);
    expect(parseMobileNumber('+49 (151) 12345678')).toEqual({ ok: true, e164: '+4915112345678' });
  });
});
