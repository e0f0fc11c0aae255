import { expect, type Page } from '@playwright/test';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import type { ChromiumExtension } from '../support/chromium-extension.ts';
import type { ChromiumPopup } from '../support/chromium-popup.ts';
import { rememberSecret } from '../support/evidence.ts';
import { test } from '../support/extension-test.ts';
import { serveSignedInApp, signIn } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

test('enrols an authenticator from the QR code of the page, and fills its code at the next sign-in', async ({
  page,
  context,
  lifeguard,
}) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const user = await bed.createUser({ phone: false });
  const names = [bed.realm, user.username];
  await signIn(page, app, user);

  const popup = await setUpHere(page, lifeguard);
  await expect.poll(() => popup.accounts()).toEqual([{ names, state: 'staged', note: WAITING }]);
  expect(await popup.text('.origin')).toBe(new URL(bed.url).origin);
  await popup.close();
  const code = await enrolmentCode(page);
  await expect(page.locator('#userLabel')).toHaveValue(/^Lifeguard \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);

  await submit(page);
  await expect(page).toHaveURL(app.signedIn);
  const accepted = await lifeguard.openPopup(page);
  await expect.poll(() => accepted.accounts()).toEqual([{ names, state: 'active', note: '' }]);
  await accepted.close();

  await context.clearCookies();
  await signIn(page, app, user);
  const next = await lifeguard.openPopup(page);
  await next.fill();
  const field = page.getByLabel('One-time code');
  // Within the same half minute the site would refuse the code of the enrolment.
  await expect(field).not.toHaveValue(code);
  await rememberSecret(await field.inputValue());
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page).toHaveURL(app.signedIn);
});

test('a code that the page refuses leaves the account waiting; the right one after it is kept, once', async ({
  page,
  lifeguard,
}) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const user = await bed.createUser({ phone: false });
  const names = [bed.realm, user.username];
  await signIn(page, app, user);
  const popup = await setUpHere(page, lifeguard);
  await popup.close();

  await page.locator('#totp').fill(wrongCodeFor(await enrolmentCode(page)));
  await submit(page);
  await expect(page.getByText('Invalid authenticator code.')).toBeVisible();
  const refused = await lifeguard.openPopup(page);
  await expect.poll(() => refused.accounts()).toEqual([{ names, state: 'staged', note: REFUSED }]);

  await refused.setUpHere();
  await expect.poll(() => refused.accounts()).toEqual([{ names, state: 'staged', note: WAITING }]);
  await refused.close();
  await enrolmentCode(page);
  await submit(page);
  await expect(page).toHaveURL(app.signedIn);
  const accepted = await lifeguard.openPopup(page);
  await expect.poll(() => accepted.accounts()).toEqual([{ names, state: 'active', note: '' }]);
});

test('an enrolment that is given up leaves the account waiting until the user discards it', async ({
  page,
  context,
  lifeguard,
}) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const user = await bed.createUser({ phone: false });
  const elsewhere = await context.newPage();
  await signIn(page, app, user);
  const popup = await setUpHere(page, lifeguard);
  await popup.close();
  await page.close();

  await elsewhere.goto(app.origin);
  const later = await lifeguard.openPopup(elsewhere);
  await expect
    .poll(() => later.accounts())
    .toEqual([{ names: [bed.realm, user.username], state: 'staged', note: WAITING }]);
  await later.click('[data-testid="discard"]');
  await expect.poll(() => later.accounts()).toEqual([]);
});

test('a stopped background changes nothing: the account is kept and filled all the same', async ({
  page,
  context,
  lifeguard,
}) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const user = await bed.createUser({ phone: false });
  await signIn(page, app, user);
  const popup = await setUpHere(page, lifeguard);
  await popup.close();

  await enrolmentCode(page);
  await lifeguard.stopWorker();
  // On its way to the button the pointer wakes the background.
  await page.getByRole('button', { name: 'Submit' }).hover();
  await lifeguard.workerToRun();
  await submit(page);
  await expect(page).toHaveURL(app.signedIn);
  await context.clearCookies();
  await signIn(page, app, user);
  const field = page.getByLabel('One-time code');
  await expect(field).toBeVisible();

  await lifeguard.stopWorker();
  const next = await lifeguard.openPopup(page);
  await expect.poll(() => next.accounts()).toEqual([{ names: [bed.realm, user.username], state: 'active', note: '' }]);
  // All that the popup asks when it opens has been answered.
  await next.text('[data-testid="fill"]');
  await next.text('[data-testid="code"]');
  await lifeguard.stopWorker();
  await next.fill();
  await expect(field).toHaveValue(/^\d{6}$/);
});

const WAITING = 'Waiting for the site to accept the first code.';
const REFUSED = 'The site did not accept the code. Press “Set up here” to try the next one.';

/** From the first opening of the popup to the first code in the page's form. */
async function setUpHere(page: Page, lifeguard: ChromiumExtension): Promise<ChromiumPopup> {
  const popup = await lifeguard.openPopup(page);
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.setUpHere();
  return popup;
}

/** The code that stands in Keycloak's form, whose labels belong to no field. */
async function enrolmentCode(page: Page): Promise<string> {
  const field = page.locator('#totp');
  await expect(field).toHaveValue(/^\d{6}$/);
  const code = await field.inputValue();
  await rememberSecret(code);
  await rememberSecret(await page.locator('#totpSecret').inputValue());
  return code;
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit' }).click();
}

/** Wrong in the steps around it too, save for one run in 500,000. */
function wrongCodeFor(code: string): string {
  return code === '000000' ? '000001' : '000000';
}
