import { expect, test } from '@playwright/test';
import { doctor } from '@lifeguard/cli';
import { type FlowElement, useBrowserFlow } from '../support/make-flow.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';

/** Keycloak's other factors, for users who have one. */
const OTHERS: FlowElement = {
  subFlow: 'other factors',
  requirement: 'CONDITIONAL',
  elements: [
    { step: 'conditional-user-configured' },
    { step: 'webauthn-authenticator', requirement: 'ALTERNATIVE' },
    { step: 'auth-recovery-authn-code-form', requirement: 'ALTERNATIVE' },
  ],
};

for (const [place, behindPassword] of Object.entries({
  before: [OTHERS, { step: 'lifeguard-mfa' }],
  behind: [{ step: 'lifeguard-mfa' }, OTHERS],
} satisfies Record<string, readonly FlowElement[]>)) {
  test(`in a flow with WebAuthn and recovery codes ${place} it the step asks as ever, and the doctor finds no way round`, async () => {
    await using bed = await createTestBed();
    await useBrowserFlow(bed, [
      { step: 'auth-cookie', requirement: 'ALTERNATIVE' },
      {
        subFlow: 'forms',
        requirement: 'ALTERNATIVE',
        elements: [{ step: 'auth-username-password-form' }, ...behindPassword],
      },
    ]);
    const user = await bed.createUser();
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe('sms-code');
    expect(browser.html).not.toMatch(/webauthn|recovery/i);
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
    const { findings } = await doctor(bed.pool);
    expect(findings.find(({ check }) => check === 'browser-flow')?.level).toBe('ok');
  });
}
