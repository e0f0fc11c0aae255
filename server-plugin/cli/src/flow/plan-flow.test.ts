import { describe, expect, it } from 'vitest';
import { browserFlow, CONDITIONAL_2FA, firstBrokerFlow, PASSWORD, type Sketch, sketchFlow } from './flow-fixture.ts';
import { type FlowState, planFlow } from './plan-flow.ts';
import { BROWSER, DIRECT_GRANT, FIRST_BROKER_LOGIN, REGISTRATION, RESET_CREDENTIALS, type WayIn } from './way-in.ts';

const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];
const DISABLED_2FA: Sketch = ['Conditional 2FA', 'DISABLED', CONDITIONAL_2FA[2] ?? []];
const bound = browserFlow('browser', [PASSWORD, CONDITIONAL_2FA]);
const copyAlias = 'lifeguard-browser';

function stateOf(state: Partial<FlowState>): FlowState {
  const way = state.way ?? BROWSER;
  const binds = [{ what: `bind "${copyAlias}" as the ${way.kind}`, apply: () => Promise.resolve() }];
  return { way, bound, copyAlias, binds, ...state };
}

function plannedFor(state: Partial<FlowState>): readonly string[] {
  const plan = planFlow(stateOf(state));
  if (!plan.ok) throw new Error(plan.reason);
  return plan.changes.map(({ what }) => what);
}

describe('planFlow', () => {
  it('edits a copy and binds it last', () => {
    expect(plannedFor({})).toEqual([
      'copy the browser flow "browser" to "lifeguard-browser"',
      'disable "Conditional 2FA" in "lifeguard-browser", which would ask for the code a second time',
      'add the step lifeguard-mfa REQUIRED behind "auth-username-password-form" in "lifeguard-browser"',
      'bind "lifeguard-browser" as the browser flow',
    ]);
  });

  it('has nothing to do where the bound flow is as it should be', () => {
    expect(plannedFor({ bound: browserFlow(copyAlias, [PASSWORD, STEP, DISABLED_2FA]) })).toEqual([]);
  });

  it('switches a disabled step on before it switches OTP off, so that no moment is without a second factor', () => {
    const edited = browserFlow('own', [PASSWORD, ['lifeguard-mfa', 'DISABLED'], CONDITIONAL_2FA]);
    expect(plannedFor({ bound: edited })).toEqual([
      'make the step lifeguard-mfa in "own" REQUIRED instead of DISABLED',
      'disable "Conditional 2FA" in "own", which would ask for the code a second time',
    ]);
  });

  it('continues with the copy of a run that was cut off', () => {
    const existing = browserFlow(copyAlias, [PASSWORD, DISABLED_2FA]);
    expect(plannedFor({ existing })).toEqual([
      'add the step lifeguard-mfa REQUIRED behind "auth-username-password-form" in "lifeguard-browser"',
      'bind "lifeguard-browser" as the browser flow',
    ]);
  });

  it("leaves somebody else's flow of that name alone", () => {
    const existing = browserFlow(copyAlias, [PASSWORD, ['magic-link', 'REQUIRED']]);
    expect(planFlow(stateOf({ existing }))).toMatchObject({ ok: false, code: 'flow-alias-taken' });
  });

  it('changes nothing in a flow that it does not understand', () => {
    expect(planFlow(stateOf({ bound: browserFlow('browser', [['magic-link', 'REQUIRED']]) }))).toMatchObject({
      ok: false,
      code: 'flow-not-understood',
    });
  });

  it('does not move a step that stands before the password', () => {
    expect(planFlow(stateOf({ bound: browserFlow('own', [STEP, PASSWORD]) }))).toMatchObject({
      ok: false,
      code: 'flow-not-understood',
    });
  });
});

describe("planFlow on Keycloak's other flows", () => {
  const directGrant = sketchFlow('direct grant', [
    ['direct-grant-validate-username', 'REQUIRED'],
    ['direct-grant-validate-password', 'REQUIRED'],
    [
      'Direct Grant - Conditional OTP',
      'CONDITIONAL',
      [
        ['conditional-user-configured', 'REQUIRED'],
        ['direct-grant-validate-otp', 'REQUIRED'],
      ],
    ],
  ]);
  const resetCredentials = sketchFlow('reset credentials', [
    ['reset-credentials-choose-user', 'REQUIRED'],
    ['reset-credential-email', 'REQUIRED'],
    ['reset-password', 'REQUIRED'],
    [
      'Reset - Conditional OTP',
      'CONDITIONAL',
      [
        ['conditional-user-configured', 'REQUIRED'],
        ['reset-otp', 'REQUIRED'],
      ],
    ],
  ]);
  const registration = sketchFlow('registration', [
    ['registration form', 'REQUIRED', [['registration-user-creation', 'REQUIRED']]],
  ]);

  it.each<[WayIn, FlowState['bound'], readonly string[]]>([
    [
      DIRECT_GRANT,
      directGrant,
      [
        'disable "Direct Grant - Conditional OTP" in "copy", which would ask for the code a second time',
        'add the step lifeguard-direct-grant REQUIRED behind "direct-grant-validate-password" in "copy"',
      ],
    ],
    [
      RESET_CREDENTIALS,
      resetCredentials,
      [
        'disable "Reset - Conditional OTP" in "copy", which would let whoever reads the mail set up an authenticator',
        'add the step lifeguard-mfa REQUIRED behind "reset-password" in "copy"',
      ],
    ],
    [REGISTRATION, registration, ['add the step lifeguard-mfa REQUIRED behind "registration form" in "copy"']],
    [
      FIRST_BROKER_LOGIN,
      firstBrokerFlow('first broker login'),
      [
        'disable "First broker login - Conditional 2FA" in "copy", which would ask for the code a second time',
        'add the step lifeguard-mfa REQUIRED behind "Account verification options" in "copy"',
      ],
    ],
  ])('puts the step into the $kind', (way, flow, edits) => {
    const planned = plannedFor({ way, bound: flow, copyAlias: 'copy' });
    expect(planned.slice(1, -1)).toEqual(edits);
    expect(planned.at(0)).toBe(`copy the ${way.kind} "${flow.alias}" to "copy"`);
  });

  it('has nothing to do where a first sign-in links no account', () => {
    const flow = sketchFlow('new users', [['idp-create-user-if-unique', 'REQUIRED']]);
    expect(plannedFor({ way: FIRST_BROKER_LOGIN, bound: flow })).toEqual([]);
  });
});
