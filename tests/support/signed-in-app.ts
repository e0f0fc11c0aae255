import { expect, type Page } from '@playwright/test';
import type { TabPage } from './extension-browser.ts';
import { type LoopbackSite, serveLoopbackSite } from './loopback-site.ts';
import type { TestBed, TestUser } from './test-bed.ts';

/** The application that browsers sign in to. */
export interface SignedInApp extends LoopbackSite {
  readonly signInUrl: string;
  /** Where those who have signed in come back to. */
  readonly signedIn: RegExp;
}

export async function serveSignedInApp(bed: TestBed): Promise<SignedInApp> {
  const site = await serveLoopbackSite({ '/': '<!doctype html><title>App</title><h1>Signed in</h1>' });
  const signInUrl = new URL(bed.signInUrl);
  signInUrl.searchParams.set('redirect_uri', `${site.origin}/`);
  return { ...site, signInUrl: signInUrl.href, signedIn: new RegExp(`^${site.origin}/\\?.*\\bcode=`) };
}

/** Opens the sign-in, passes the password and waits for the page after it. */
export async function signIn(page: Page, app: SignedInApp, { username, password }: TestUser): Promise<void> {
  await page.goto(app.signInUrl);
  await page.getByRole('textbox', { name: 'Username or email' }).fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeHidden();
  await page.waitForLoadState();
}

/** The same in either browser. */
export async function passPassword(page: TabPage, app: SignedInApp, user: TestUser): Promise<void> {
  await page.goto(app.signInUrl);
  await page.fill('#username', user.username);
  await page.fill('#password', user.password);
  await page.click('#kc-login');
  await expect.poll(() => page.run(() => document.querySelector('#password') === null)).toBe(true);
}
