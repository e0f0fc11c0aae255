import { describe, expect, it } from 'vitest';
import { browserFlow, PASSWORD, sketchFlow } from './flow-fixture.ts';
import { findPasswordStep } from './password-step.ts';

describe('findPasswordStep', () => {
  it('finds the form in whichever sub-flow it lives', () => {
    const flow = sketchFlow('own', [['login', 'REQUIRED', [['inner', 'REQUIRED', [PASSWORD]]]]]);
    expect(findPasswordStep(flow)).toMatchObject({ ok: true, step: { path: [0, 0, 0] } });
  });

  it('takes the password of a flow that asks for the username on a page before', () => {
    const flow = browserFlow('browser', [
      ['auth-username-form', 'REQUIRED'],
      ['auth-password-form', 'REQUIRED'],
    ]);
    expect(findPasswordStep(flow)).toMatchObject({ ok: true, step: { provider: 'auth-password-form' } });
  });

  it.each([
    ['none', browserFlow('browser', [['auth-username-form', 'REQUIRED']]), 'no enabled step'],
    ['a disabled one', browserFlow('browser', [['auth-username-password-form', 'DISABLED']]), 'no enabled step'],
    ['two', browserFlow('browser', [PASSWORD, ['again', 'REQUIRED', [PASSWORD]]]), 'in 2 places'],
    [
      'one that is optional',
      browserFlow('browser', [['auth-password-form', 'ALTERNATIVE']]),
      'ALTERNATIVE instead of REQUIRED',
    ],
  ])('refuses a flow with %s', (_, flow, reason) => {
    expect(findPasswordStep(flow)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});
