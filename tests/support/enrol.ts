import { authenticatorApp, type AuthenticatorApp, encodeBase32 } from './authenticator-app.ts';
import { rememberSecret } from './evidence.ts';
import { PlainBrowser } from './plain-browser.ts';
import type { TestBed, TestUser } from './test-bed.ts';

/** Signs a user in who has no factor yet, and enrols an authenticator on Keycloak's own page. */
export async function enrolAuthenticator(bed: TestBed, user: TestUser): Promise<AuthenticatorApp> {
  const browser = new PlainBrowser(bed);
  const page = await browser.signIn(user);
  if (page !== 'enrolment') throw new Error(`expected the enrolment page, got ${page}`);
  const secret = /name="totpSecret" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  await rememberSecret(secret);
  // Keycloak's form carries the raw secret; people and apps see it in base 32.
  const app = await authenticatorApp(encodeBase32(Buffer.from(secret)));
  const after = await browser.submit({ totp: await app.code(), totpSecret: secret, userLabel: 'phone' });
  if (after !== 'signed-in') throw new Error(`the enrolment was not accepted: ${after}`);
  return app;
}
