import { expect, type Page } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { passPassword, test } from '../support/pages.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

interface Visit {
  readonly page: Page;
  readonly user: TestUser;
  /** The code of the user's authenticator at this moment. */
  readonly appCode: () => Promise<string>;
}

interface PageOfOurs {
  readonly title: string;
  readonly has: { readonly phone: boolean; readonly app: boolean };
  /** The steps from the password on. */
  readonly reach?: (visit: Visit) => Promise<void>;
  /** The field of the page, and what it says when it was answered with nonsense. */
  readonly field: {
    readonly id: string;
    readonly autocomplete: string;
    readonly inputmode: string;
    readonly error: string;
  };
}

const SETTINGS = { kc_action: 'lifeguard-mfa-settings' };
const CODE = { autocomplete: 'one-time-code', inputmode: 'numeric', error: 'That code is not right.' };
const NUMBER = { autocomplete: 'tel', inputmode: 'tel', error: 'That is no complete phone number.' };
const NO_FACTOR = { phone: false, app: false };

const PAGES: readonly PageOfOurs[] = [
  { title: 'Enter the code we texted you', has: { phone: true, app: false }, field: { id: 'code', ...CODE } },
  {
    title: 'Enter the code of your authenticator app',
    has: { phone: false, app: true },
    field: { id: 'otp', ...CODE },
  },
  { title: 'Enter your phone number', has: NO_FACTOR, reach: choosePhone, field: { id: 'phoneNumber', ...NUMBER } },
  { title: 'Enter the code we texted you', has: NO_FACTOR, reach: enterNumber, field: { id: 'code', ...CODE } },
];

let bed: TestBed;
test.beforeAll(async () => {
  bed = await createTestBed({
    policy: { phoneNumberByUser: true, setUpGraceEndsOn: '2099-12-31' },
  });
});
test.afterAll(() => bed[Symbol.asyncDispose]());

for (const { title, has, reach, field } of PAGES) {
  const after = reach === undefined ? 'the password' : reach.name;
  test(`"${title}" after ${after}: the field is named for what it takes, and describes what was wrong`, async ({
    page,
  }) => {
    await visit({ page, has, reach });
    await saysWhatIsWrong(page, field);
  });
}

test('what the page has to say is read out, and does not call the field wrong', async ({ page }) => {
  await visit({ page, has: { phone: true, app: false } });
  await page.getByRole('button', { name: 'Send the text message again' }).click();
  await expect(page.getByRole('status')).toContainText('You can ask for the text message again in');
  await expect(page.locator('#code')).toHaveAttribute('aria-invalid', 'false');
});

test('the settings say aloud what was saved and what was refused', async ({ page }) => {
  await visit({ page, has: { phone: true, app: true }, parameters: SETTINGS, reach: passFactor });
  const phone = page.getByRole('region', { name: 'Text message' });
  await phone.getByRole('button', { name: 'Ask for this first' }).click();
  await expect(page.getByRole('status')).toHaveText('Your choice is saved.');
  await page.getByRole('button', { name: 'Remove phone' }).evaluate((button) => {
    button.setAttribute('value', 'remove:no-such-credential');
  });
  await page.getByRole('button', { name: 'Remove phone' }).click();
  await expect(page.getByRole('alert')).toHaveText('That is not possible for your account.');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a phone is set up', async ({ page }) => {
    const user = await visit({ page, has: NO_FACTOR, reach: enterNumber });
    await page.getByRole('textbox', { name: 'Code from the text message' }).fill(await bed.lastCode(user.phoneNumber));
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
  });

  test('the set-up is postponed', async ({ page }) => {
    await visit({ page, has: NO_FACTOR });
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
  });

  test('a factor is preferred in the settings', async ({ page }) => {
    await visit({ page, has: { phone: true, app: true }, parameters: SETTINGS, reach: passFactor });
    const phone = page.getByRole('region', { name: 'Text message' });
    await phone.getByRole('button', { name: 'Ask for this first' }).click();
    await expect(phone.getByText('You are asked for this first.')).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
  });
});

interface Destination extends Pick<PageOfOurs, 'has'> {
  readonly page: Page;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly reach?: PageOfOurs['reach'] | undefined;
}

/** Brings a new user to a page. */
async function visit({ page, has, parameters, reach }: Destination): Promise<TestUser> {
  const user = await bed.createUser({ phone: has.phone });
  const app = has.app ? await appOf(await giveAuthenticator(bed, user)) : undefined;
  await passPassword(page, bed, user, parameters);
  await reach?.({ page, user, appCode: async () => (await app?.code()) ?? '' });
  return user;
}

async function passFactor({ page, appCode }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await page.getByRole('textbox', { name: 'One-time code' }).fill(await appCode());
  await page.getByRole('button', { name: 'Sign In' }).click();
}

async function choosePhone({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Codes by text message' }).click();
}

async function enterNumber(visited: Visit): Promise<void> {
  await choosePhone(visited);
  const { page, user } = visited;
  await page.getByRole('textbox', { name: 'Phone number' }).fill(user.phoneNumber);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('textbox', { name: 'Code from the text message' })).toBeVisible();
}

async function saysWhatIsWrong(page: Page, { id, autocomplete, inputmode, error }: PageOfOurs['field']) {
  const field = page.locator(`#${id}`);
  await expect(field).toHaveAttribute('autocomplete', autocomplete);
  await expect(field).toHaveAttribute('inputmode', inputmode);
  await expect(field).not.toHaveAttribute('type', 'number');
  await expect(field).toHaveAttribute('aria-invalid', 'false');

  await field.fill('abc');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(error)).toBeVisible();
  await expect(field).toHaveAccessibleDescription(new RegExp(error));
  await expect(page.locator('[aria-live]').filter({ hasText: error })).toBeVisible();
  await expect(field).toBeFocused();
}
