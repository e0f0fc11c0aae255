import type { Page } from '@playwright/test';

/** An authenticator that the browser makes up for one page, until that is closed; its user always agrees. */
export interface VirtualAuthenticator {
  /** How many passkeys it holds. */
  passkeys(): Promise<number>;
  /** Whether its user agrees from now on. */
  setUserVerified(isUserVerified: boolean): Promise<void>;
}

/** @param options whether its passkeys make keys */
export async function addVirtualAuthenticator(
  page: Page,
  { hasPrf }: { readonly hasPrf: boolean },
): Promise<VirtualAuthenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    passkeys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    async setUserVerified(isUserVerified) {
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
  };
}
