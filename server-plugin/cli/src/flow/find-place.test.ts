import { describe, expect, it } from 'vitest';
import { findForm, findLinking } from './find-place.ts';
import { browserFlow, firstBrokerFlow, PASSWORD, sketchFlow } from './flow-fixture.ts';
import { BROWSER } from './way-in.ts';

const findPasswordStep = BROWSER.findPlace;

describe('the place behind the password', () => {
  it('finds the form in whichever sub-flow it lives', () => {
    const flow = sketchFlow('own', [['login', 'REQUIRED', [['inner', 'REQUIRED', [PASSWORD]]]]]);
    expect(findPasswordStep(flow)).toMatchObject({ ok: true, node: { path: [0, 0, 0] } });
  });

  it('takes the password of a flow that asks for the username on a page before', () => {
    const flow = browserFlow('browser', [
      ['auth-username-form', 'REQUIRED'],
      ['auth-password-form', 'REQUIRED'],
    ]);
    expect(findPasswordStep(flow)).toMatchObject({ ok: true, node: { provider: 'auth-password-form' } });
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

describe('findLinking', () => {
  it('takes the sub-flow that holds all ways to verify an existing account', () => {
    expect(findLinking(firstBrokerFlow('first'))).toMatchObject({
      ok: true,
      node: { label: 'Account verification options' },
    });
  });

  it('takes the one step where there is one way', () => {
    const flow = sketchFlow('own', [['link', 'REQUIRED', [['idp-auto-link', 'REQUIRED']]]]);
    expect(findLinking(flow)).toMatchObject({ ok: true, node: { label: 'idp-auto-link' } });
  });

  it('goes up to a REQUIRED sub-flow, beside which the step is not ignored', () => {
    const flow = sketchFlow('own', [
      [
        'users',
        'REQUIRED',
        [
          ['idp-create-user-if-unique', 'ALTERNATIVE'],
          ['idp-auto-link', 'ALTERNATIVE'],
        ],
      ],
    ]);
    expect(findLinking(flow)).toMatchObject({ ok: true, node: { label: 'users' } });
  });

  it('refuses a flow in which no REQUIRED sub-flow holds them', () => {
    const flow = sketchFlow('own', [
      ['idp-auto-link', 'ALTERNATIVE'],
      ['idp-username-password-form', 'ALTERNATIVE'],
    ]);
    expect(findLinking(flow)).toMatchObject({ ok: false, reason: expect.stringContaining('no REQUIRED sub-flow') });
  });
});

it('findForm refuses a registration whose form is not REQUIRED', () => {
  const flow = sketchFlow('own', [['form', 'ALTERNATIVE', [['registration-user-creation', 'REQUIRED']]]]);
  expect(findForm(flow, { kind: 'registration flow', providers: ['registration-user-creation'] }).ok).toBe(false);
});
