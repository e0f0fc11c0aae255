import { describe, expect, it } from 'vitest';
import { enabledSteps, nodeAt, parentsOf, parseFlow } from './flow-tree.ts';
import { browserFlow, CONDITIONAL_2FA, PASSWORD } from './flow-fixture.ts';

const flow = browserFlow('browser', [PASSWORD, CONDITIONAL_2FA]);

describe('parseFlow', () => {
  it('puts each row below the last sub-flow of the level above', () => {
    expect(flow.children.map(({ label }) => label)).toEqual([
      'auth-cookie',
      'auth-spnego',
      'identity-provider-redirector',
      'Organization',
      'forms',
    ]);
    expect(nodeAt(flow, [4, 1, 1])?.provider).toBe('auth-otp-form');
  });

  it('gives a sub-flow no provider, even when Keycloak names one', () => {
    const { children } = parseFlow('registration', [
      { authenticationFlow: true, providerId: 'registration-page-form', level: 0 },
    ]);
    expect(children[0]?.provider).toBeUndefined();
  });

  it('has no node at a path that leads nowhere', () => {
    expect(nodeAt(flow, [])).toBeUndefined();
    expect(nodeAt(flow, [4, 9])).toBeUndefined();
  });
});

it('names the sub-flows above a step, the outermost first', () => {
  const otp = nodeAt(flow, [4, 1, 1]);
  expect(otp && parentsOf(flow, otp).map(({ label }) => label)).toEqual(['forms', 'Conditional 2FA']);
});

it('leaves out the steps below a disabled sub-flow', () => {
  const disabled = browserFlow('browser', [PASSWORD, ['Conditional 2FA', 'DISABLED', [['auth-otp-form', 'REQUIRED']]]]);
  expect(enabledSteps(disabled.children).map(({ provider }) => provider)).not.toContain('auth-otp-form');
});
