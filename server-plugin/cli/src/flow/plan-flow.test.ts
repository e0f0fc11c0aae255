import { describe, expect, it } from 'vitest';
import { browserFlow, CONDITIONAL_2FA, PASSWORD, type Sketch } from './flow-fixture.ts';
import { type FlowState, planFlow } from './plan-flow.ts';

const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];
const DISABLED_2FA: Sketch = ['Conditional 2FA', 'DISABLED', CONDITIONAL_2FA[2] ?? []];
const bound = browserFlow('browser', [PASSWORD, CONDITIONAL_2FA]);
const copyAlias = 'lifeguard-browser';

function plannedFor(state: FlowState): readonly string[] {
  const plan = planFlow(state);
  if (!plan.ok) throw new Error(plan.reason);
  return plan.changes.map(({ what }) => what);
}

describe('planFlow', () => {
  it('edits a copy and binds it last', () => {
    expect(plannedFor({ bound, copyAlias })).toEqual([
      'copy the browser flow "browser" to "lifeguard-browser"',
      'disable "Conditional 2FA" in "lifeguard-browser", which would ask for the code a second time',
      'add the step lifeguard-mfa REQUIRED behind "auth-username-password-form" in "lifeguard-browser"',
      'bind "lifeguard-browser" as the browser flow',
    ]);
  });

  it('has nothing to do where the bound flow is as it should be', () => {
    expect(plannedFor({ bound: browserFlow(copyAlias, [PASSWORD, STEP, DISABLED_2FA]), copyAlias })).toEqual([]);
  });

  it('switches a disabled step on before it switches OTP off, so that no moment is without a second factor', () => {
    const edited = browserFlow('own', [PASSWORD, ['lifeguard-mfa', 'DISABLED'], CONDITIONAL_2FA]);
    expect(plannedFor({ bound: edited, copyAlias })).toEqual([
      'make the step lifeguard-mfa in "own" REQUIRED instead of DISABLED',
      'disable "Conditional 2FA" in "own", which would ask for the code a second time',
    ]);
  });

  it('continues with the copy of a run that was cut off', () => {
    const existing = browserFlow(copyAlias, [PASSWORD, DISABLED_2FA]);
    expect(plannedFor({ bound, copyAlias, existing })).toEqual([
      'add the step lifeguard-mfa REQUIRED behind "auth-username-password-form" in "lifeguard-browser"',
      'bind "lifeguard-browser" as the browser flow',
    ]);
  });

  it("leaves somebody else's flow of that name alone", () => {
    const existing = browserFlow(copyAlias, [PASSWORD, ['magic-link', 'REQUIRED']]);
    expect(planFlow({ bound, copyAlias, existing })).toMatchObject({ ok: false, code: 'flow-alias-taken' });
  });

  it('changes nothing in a flow that it does not understand', () => {
    expect(planFlow({ bound: browserFlow('browser', [['magic-link', 'REQUIRED']]), copyAlias })).toMatchObject({
      ok: false,
      code: 'flow-not-understood',
    });
  });

  it('does not move a step that stands before the password', () => {
    expect(planFlow({ bound: browserFlow('own', [STEP, PASSWORD]), copyAlias })).toMatchObject({
      ok: false,
      code: 'flow-not-understood',
    });
  });
});
