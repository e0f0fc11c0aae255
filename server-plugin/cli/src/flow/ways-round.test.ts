import { describe, expect, it } from 'vitest';
import { browserFlow, CONDITIONAL_2FA, PASSWORD, type Sketch, sketchFlow } from './flow-fixture.ts';
import { asksOnEveryWay, waysRound } from './ways-round.ts';

const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];
const FORMS: Sketch = ['forms', 'ALTERNATIVE', [PASSWORD, STEP]];

describe('waysRound', () => {
  it('finds none in the flow that install makes: cookie and identity providers are no ways round', () => {
    expect(waysRound(browserFlow('lifeguard-browser', [PASSWORD, STEP, CONDITIONAL_2FA]))).toEqual([]);
  });

  it.each<[string, readonly Sketch[], readonly string[]]>([
    ['Kerberos', [['auth-spnego', 'ALTERNATIVE'], FORMS], ['auth-spnego']],
    ['a second form without the step', [FORMS, ['old forms', 'ALTERNATIVE', [PASSWORD]]], ['old forms']],
    ['an authenticator that nobody knows', [['magic-link', 'ALTERNATIVE'], FORMS], ['magic-link']],
    [
      'a condition that skips the step',
      [['forms', 'REQUIRED', [PASSWORD, ['sometimes', 'CONDITIONAL', [STEP]]]]],
      ['forms'],
    ],
    [
      'an alternative beside the step',
      [['forms', 'REQUIRED', [['either', 'REQUIRED', [STEP, ['x509', 'ALTERNATIVE']]]]]],
      [],
    ],
    [
      'a nested alternative',
      [
        [
          'forms',
          'REQUIRED',
          [
            ['a', 'ALTERNATIVE', [STEP]],
            ['x509', 'ALTERNATIVE'],
          ],
        ],
      ],
      ['x509'],
    ],
    ['a disabled step', [['forms', 'ALTERNATIVE', [PASSWORD, ['lifeguard-mfa', 'DISABLED']]]], ['forms']],
  ])('judges %s', (_, sketches, gaps) => {
    expect(waysRound(sketchFlow('browser', sketches))).toEqual(gaps);
  });

  it('ignores a disabled way', () => {
    expect(waysRound(sketchFlow('browser', [['auth-spnego', 'DISABLED'], FORMS]))).toEqual([]);
  });
});

it('does not take a flow that signs nobody in for one that asks', () => {
  expect(asksOnEveryWay(sketchFlow('empty', []))).toBe(false);
  expect(asksOnEveryWay(sketchFlow('after a broker', [STEP]))).toBe(true);
});
