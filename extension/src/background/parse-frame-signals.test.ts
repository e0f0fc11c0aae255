import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCodeFields } from '../detect/code-field.ts';
import { hasEnrolmentForm } from '../detect/enrolment-form.ts';
import { LOGIN_CONFIG_TOTP, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import { parseFrameSignals } from './parse-frame-signals.ts';

test('takes over what a content script of ours sends', () => {
  expect(parseFrameSignals(structuredClone(LOGIN_OTP))).toEqual(LOGIN_OTP);
});

test('anything at all becomes signals that the detector can work on', () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.record({ fields: fc.array(fc.anything()), forms: fc.anything(), heading: fc.anything() }),
    fc.constant({ ...LOGIN_CONFIG_TOTP, forms: undefined }),
  );
  fc.assert(
    fc.property(hostile, (value) => {
      const signals = parseFrameSignals(value);
      expect(Array.isArray(findCodeFields(signals))).toBe(true);
      expect(typeof hasEnrolmentForm(signals)).toBe('boolean');
    }),
  );
});

test('cuts what is too long or too many', () => {
  const signals = parseFrameSignals({ fields: Array.from({ length: 5000 }, () => ({})), heading: 'x'.repeat(100_000) });
  expect(signals.fields.length).toBe(300);
  expect(signals.heading.length).toBe(2000);
});
