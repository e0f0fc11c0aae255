import { expect, type Page } from '@playwright/test';
import { expectGoodAppearance } from '../support/appearance.ts';
import { createAdmin, openConsole } from '../support/console-admin.ts';
import { test } from '../support/pages.ts';
import { createTestBed } from '../support/test-bed.ts';

const DAY_IN_MILLIS = 24 * 60 * 60 * 1_000;

/** Answers of a pool that has been in use for a while, which no test can wait for: the page is looked at with them. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'sms/spend': {
    ok: true,
    month: '2026-11',
    limitInMicroUsd: 50_000_000,
    spentInMicroUsd: 42_410_500,
    texts: 1_904,
    byDay: Array.from({ length: 25 }, (_, index) => ({
      day: `2026-11-${String(index + 1).padStart(2, '0')}`,
      texts: 40 + ((index * 37) % 90),
      costInMicroUsd: 900_000 + ((index * 737_000) % 2_400_000),
    })),
    byCountry: [
      { country: 'US', texts: 1_100, costInMicroUsd: 8_910_000 },
      { country: 'DE', texts: 420, costInMicroUsd: 18_500_500 },
      { country: 'GB', texts: 310, costInMicroUsd: 12_000_000 },
      { country: '--', texts: 74, costInMicroUsd: 3_000_000 },
    ],
    refusals: [
      { reason: 'country-not-allowed', texts: 34 },
      { reason: 'user-cap', texts: 12 },
      { reason: 'gateway', texts: 3 },
    ],
  },
  'sms/gateways': {
    ok: true,
    gateways: [
      { id: 'sns', configured: true, state: 'closed', accepted: 1_812, refused: 4, unanswered: 1 },
      {
        id: 'webhook',
        configured: true,
        state: 'open',
        accepted: 92,
        refused: 0,
        unanswered: 7,
        lastFailureAtInMillis: Date.UTC(2026, 10, 25, 14, 2),
        lastFailure: 'no answer in 5000 ms',
      },
      { id: 'twilio', configured: false, state: 'closed', accepted: 0, refused: 0, unanswered: 0 },
    ],
  },
  'sms/limit-requests': {
    ok: true,
    requests: [
      {
        id: '1',
        amountInMicroUsd: 200_000_000,
        reason: 'The December campaign brings some 40,000 new users, of whom a third has no authenticator.',
        state: 'open',
        requestedBy: 'grace',
        requestedAtInMillis: Date.UTC(2026, 10, 24, 9, 30),
      },
    ],
  },
  factors: {
    ok: true,
    countedAtInMillis: Date.UTC(2026, 10, 25, 14, 55),
    users: 12_480,
    softwareToken: 6_120,
    sms: 5_200,
    both: 1_850,
    none: 3_010,
    history: Array.from({ length: 40 }, (_, index) => ({
      day: new Date(Date.UTC(2026, 9, 17) + index * DAY_IN_MILLIS).toISOString().slice(0, 10),
      users: 12_000 + index * 12,
      softwareToken: 3_900 + index * 55,
      sms: 5_100 + index * 3,
      both: 900 + index * 24,
      none: 3_900 - index * 22,
    })),
  },
};

/** The details of all cards, a policy that waits for its confirmation, and a problem at a field. */
async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  await page.getByLabel('MFA', { exact: true }).selectOption('Required: everybody');
  await page.getByLabel('Denied countries').fill('nowhere');
}

async function rightEdge(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0);
}

test('the console is accessible and whole in light and dark, zoomed, on a phone, and from right to left', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await using bed = await createTestBed({
    policy: { mfaConfiguration: 'OPTIONAL' },
    realm: { attributes: { 'lifeguard.requiredAfterCreation': 'refused' } },
  });
  for (const [path, answer] of Object.entries(ANSWERS)) {
    await page.route(`**/lifeguard/${path}*`, (route) => route.fulfill({ json: answer }));
  }
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  await expect(page.getByText('Look again')).toBeVisible();
  await expect(page.getByText('Denied countries')).toBeVisible();
  await expectGoodAppearance(page, 'console', ['light', 'dark', 'zoomed', 'phone']);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  expect(await rightEdge(page, '.meter .used')).toBeCloseTo(await rightEdge(page, '.meter'), 0);
  await expectGoodAppearance(page, 'console-rtl', ['light', 'phone']);
  await page.evaluate(() => (document.documentElement.dir = 'ltr'));
  await openEverything(page);
  await expectGoodAppearance(page, 'console-open', ['light', 'dark', 'phone']);
});
