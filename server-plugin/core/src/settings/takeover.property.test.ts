import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerPhoneSetUp, startPhoneSetUp } from '../set-up/phone-set-up.ts';
import { maySetUpSoftwareToken } from '../set-up/may-set-up-software-token.ts';
import type { SessionProof } from '../set-up/session-proof.ts';
import { answerSignIn, startSignIn } from '../sign-in/sign-in.ts';
import type { PortUser } from '../ports.ts';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { mayRemoveFactor } from './may-remove-factor.ts';
import { changeMfaSettings, showMfaSettings } from './mfa-settings.ts';
import { turnOffFactor } from './turn-off-factor.ts';

const FACTORS = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] as const;
const factors = fc.constantFrom(...FACTORS);
const sessions: fc.Arbitrary<SessionProof> = fc.record({
  afterPassword: fc.boolean(),
  passedFactor: fc.constant(null),
});
const forms = fc.record(
  {
    phoneNumber: fc.constantFrom('+14155550199', ''),
    code: fc.stringMatching(/^[1-9][0-9]{5}$/),
    resend: fc.constant(''),
    change: fc.constant(''),
  },
  { requiredKeys: [] },
);
const buttons = fc
  .tuple(
    fc.constantFrom('enable', 'disable', 'prefer', 'no-preference', 'remove', 'replace', 'add'),
    fc.constantFrom(...FACTORS, 'token-0'),
  )
  .map((parts) => parts.join(':'));

/** What somebody can ask for who knows a password and nothing more. */
type Move = (ports: MemoryPorts) => unknown;
const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.constant((ports: MemoryPorts) => startSignIn({ state: {} }, ports)),
  fc
    .constantFrom('', ...FACTORS)
    .map((setUp) => (ports: MemoryPorts) => answerSignIn({ state: {}, form: { setUp } }, ports)),
  fc.tuple(sessions, forms).map(([session, form]) => (ports: MemoryPorts) => {
    startPhoneSetUp({ state: {}, session }, ports);
    return answerPhoneSetUp({ state: { phoneNumber: '+14155550199' }, session, form }, ports);
  }),
  fc.tuple(sessions, buttons).map(([session, button]) => (ports: MemoryPorts) => {
    showMfaSettings({ session }, ports);
    return changeMfaSettings({ session, form: { button } }, ports);
  }),
  fc.tuple(sessions, factors).map(
    ([session, factor]) =>
      (ports: MemoryPorts) =>
        turnOffFactor({ session, factor }, ports),
  ),
);

const people: fc.Arbitrary<PortUser> = fc.constantFrom<PortUser>(
  { softwareTokens: 1 },
  { softwareTokens: 0, phoneNumber: '+14155550123' },
  { softwareTokens: 1, phoneNumber: '+14155550123', preferredMfa: 'SMS_MFA' },
);

test('whoever knows only the password of a user with a factor changes nothing that stands beside it, by no sequence of requests', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 30 }), people, fc.boolean(), (sequence, person, isByUser) => {
      const ports = new MemoryPorts();
      ports.attributes = { ...ports.attributes, 'lifeguard.phoneNumberByUser': String(isByUser) };
      ports.person = person;
      for (const move of sequence) move(ports);
      expect(ports.person).toEqual(person);
      expect(ports.requested).toEqual([]);
      for (const afterPassword of [true, false]) {
        const session = { afterPassword, passedFactor: null };
        expect(maySetUpSoftwareToken(session, ports)).toBe(false);
        for (const factor of FACTORS) expect(mayRemoveFactor({ factor, by: 'page', session }, ports)).toBe(false);
      }
      expect(startSignIn({ state: {} }, ports).kind).toBe('page');
    }),
    { numRuns: 300 },
  );
});
