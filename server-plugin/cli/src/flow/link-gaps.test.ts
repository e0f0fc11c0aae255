import { expect, it } from 'vitest';
import { firstBrokerFlow, type Sketch, sketchFlow } from './flow-fixture.ts';
import { linkGaps } from './link-gaps.ts';

const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];

it("finds both ways to link in Keycloak's own flow, and none behind which the step stands", () => {
  expect(linkGaps(firstBrokerFlow('first'))).toEqual(['idp-email-verification', 'idp-username-password-form']);
  expect(linkGaps(firstBrokerFlow('first', [STEP]))).toEqual([]);
});

it('does not take a disabled step, or one that covers another way, for a passed one', () => {
  expect(linkGaps(firstBrokerFlow('first', [['lifeguard-mfa', 'DISABLED']]))).toHaveLength(2);
  const flow = sketchFlow('own', [
    ['by mail', 'ALTERNATIVE', [['idp-email-verification', 'REQUIRED'], STEP]],
    ['by name', 'ALTERNATIVE', [['idp-auto-link', 'REQUIRED']]],
  ]);
  expect(linkGaps(flow)).toEqual(['idp-auto-link']);
});
