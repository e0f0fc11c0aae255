import { SMS_CODE } from '@lifeguard/shared/mfa';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { answerSignIn, type SignInForm, startSignIn } from './sign-in.ts';
import type { SignInState } from './step.ts';

/** What a person, or an attacker who knows the password, can do between the password and the tokens. */
const moves = fc.oneof(
  fc.record({ move: fc.constant('start' as const) }),
  fc.record({ move: fc.constant('guess' as const), code: fc.stringMatching(/^[1-9][0-9]{5}$/) }),
  fc.record({
    move: fc.constant('choose' as const),
    factor: fc.constantFrom('', 'SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'),
  }),
  fc.record({ move: fc.constant('post' as const) }),
  fc.record({ move: fc.constant('resend' as const) }),
  fc.record({ move: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 100 }) }),
);

type Move = typeof moves extends fc.Arbitrary<infer Value> ? Value : never;

function formOf(step: Move): SignInForm {
  switch (step.move) {
    case 'guess':
      return { code: step.code };
    case 'choose':
      return { factor: step.factor };
    case 'resend':
      return { resend: '' };
    default:
      return {};
  }
}

test('in a Required pool no sequence of moves without a right code ends signed in, and texts stay rare', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 60 }), fc.integer({ min: 0, max: 1 }), (sequence, softwareTokens) => {
      const ports = new MemoryPorts();
      ports.person = { phoneNumber: '+14155550123', softwareTokens };
      ports.softwareTokenCode = '000000';
      let state: SignInState = {};
      let waited = 0;
      for (const step of sequence) {
        if (step.move === 'wait') {
          ports.nowInMillis += step.seconds * 1000;
          waited += step.seconds;
          continue;
        }
        const next =
          step.move === 'start' ? startSignIn({ state }, ports) : answerSignIn({ state, form: formOf(step) }, ports);
        expect(next.kind).toBe('page');
        if (next.kind === 'page') state = next.state;
      }
      const codes = new Set(ports.texts);
      expect(codes.size).toBeLessThanOrEqual(1 + Math.floor(waited / 180));
      expect(ports.texts.length).toBeLessThanOrEqual(codes.size * (1 + SMS_CODE.maxResends));
      expect(ports.texts.length).toBeLessThanOrEqual(1 + Math.floor(waited / SMS_CODE.resendCooldownInSeconds));
    }),
    { numRuns: 300 },
  );
});
