import { describe, expect, it } from 'vitest';
import { browserFlow, CONDITIONAL_2FA, PASSWORD, type Sketch, sketchFlow } from './flow-fixture.ts';
import type { Flow } from './flow-tree.ts';
import { replacedNodesBeside } from './replaced-nodes.ts';
import { BROWSER } from './way-in.ts';

function labelsIn(flow: Flow): readonly string[] {
  const place = BROWSER.findPlace(flow);
  if (!place.ok || place.node === undefined) throw new Error('the flow has no place for the step');
  return replacedNodesBeside(flow, place.node, BROWSER.replaces?.steps ?? []).map(({ label }) => label);
}

describe('replacedNodesBeside', () => {
  it("takes the whole sub-flow of Keycloak's own browser flow", () => {
    expect(labelsIn(browserFlow('browser', [PASSWORD, CONDITIONAL_2FA]))).toEqual(['Conditional 2FA']);
  });

  it('takes the OTP step alone where WebAuthn would be lost with its sub-flow', () => {
    const withWebAuthn: Sketch = [
      'Conditional 2FA',
      'CONDITIONAL',
      [
        ['conditional-user-configured', 'REQUIRED'],
        ['auth-otp-form', 'ALTERNATIVE'],
        ['webauthn-authenticator', 'ALTERNATIVE'],
      ],
    ];
    expect(labelsIn(browserFlow('browser', [PASSWORD, withWebAuthn]))).toEqual(['auth-otp-form']);
  });

  it('finds the sub-flow beside a REQUIRED sub-flow that holds the password', () => {
    expect(labelsIn(browserFlow('browser', [['login', 'REQUIRED', [PASSWORD]], CONDITIONAL_2FA]))).toEqual([
      'Conditional 2FA',
    ]);
  });

  it('leaves the OTP of another way to sign in, which does not pass the password', () => {
    const flow = sketchFlow('own', [
      ['passkey and code', 'ALTERNATIVE', [['auth-otp-form', 'REQUIRED']]],
      ['password', 'ALTERNATIVE', [PASSWORD]],
    ]);
    expect(labelsIn(flow)).toEqual([]);
  });

  it('has nothing to take where it is disabled already', () => {
    expect(labelsIn(browserFlow('browser', [PASSWORD, ['2FA', 'DISABLED', [['auth-otp-form', 'REQUIRED']]]]))).toEqual(
      [],
    );
  });
});
