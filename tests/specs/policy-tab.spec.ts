import { expect, type Page } from '@playwright/test';
import { getPoolPolicy } from '@lifeguard/cli';
import { test } from '../support/pages.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

const TAB_TYPE = 'org.keycloak.services.ui.extend.UiTabProvider';

/** Opens the realm settings of Keycloak's own console at the tab, as the administrator of the server. */
async function openTab(page: Page, bed: TestBed): Promise<void> {
  const { admin } = testServer();
  await page.goto(`${bed.url}/admin/master/console/#/${bed.realm}/realm-settings/lifeguard`);
  await page.getByRole('textbox', { name: 'Username or email' }).fill(admin.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(admin.password);
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.getByRole('tab', { name: 'MFA and verifications', selected: true })).toBeVisible();
}

const validity = (page: Page) => page.getByRole('textbox', { name: 'Seconds for which a code by SMS is valid' });

async function save(page: Page, seconds: string): Promise<void> {
  await validity(page).fill(seconds);
  await page.getByTestId('save').click();
}

async function savedValidity(bed: TestBed): Promise<number | undefined> {
  const result = await getPoolPolicy(bed.pool);
  return result.ok ? result.policy.smsCodeValidityInSeconds : undefined;
}

test('saved twice and loaded anew, the tab shows the second value, and so does the policy', async ({ page }) => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  await openTab(page, bed);
  await expect(page.getByRole('button', { name: 'MFA', exact: true }).filter({ hasText: 'OPTIONAL' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Console of Lifeguard' })).toHaveValue(
    `/realms/${bed.realm}/lifeguard/console/`,
  );
  for (const seconds of ['240', '300']) {
    await save(page, seconds);
    await expect.poll(() => savedValidity(bed)).toBe(Number(seconds));
  }
  await page.reload();
  await expect(validity(page)).toHaveValue('300');
  const tabs = await bed.pool.client.components.find({ type: TAB_TYPE });
  expect(tabs).toHaveLength(1);
});

test('what the rules refuse the tab does not save, and says why', async ({ page }) => {
  await using bed = await createTestBed();
  await openTab(page, bed);
  await save(page, '5');
  await expect(page.getByText('The value must be a number of seconds from 180 to 900.')).toBeVisible();
  await page.reload();
  await expect(validity(page)).toHaveValue('180');
  expect(await savedValidity(bed)).toBe(180);
});

test('a policy that was changed by another way is what the tab shows next', async () => {
  await using bed = await createTestBed();
  const shown = async () => (await bed.pool.client.components.find({ type: TAB_TYPE }))[0]?.config;
  await bed.setPolicy({ smsCodeValidityInSeconds: 240 });
  expect(await shown()).toMatchObject({ smsCodeValidityInSeconds: ['240'], mfaConfiguration: ['ON'] });
  await bed.setAttributes({ 'lifeguard.smsCodeValidityInSeconds': '420' });
  expect(await shown()).toMatchObject({ smsCodeValidityInSeconds: ['420'] });
});

test('a realm that is exported and imported keeps its policy, Required as well, and one tab', async () => {
  // With keys of Keycloak's own making: an export has no others in it.
  await using bed = await createTestBed({ realm: { components: {} } });
  await bed.setPolicy({ requiredAfterCreation: 'refused' });
  const exported = await bed.pool.client.realms.export({
    realm: bed.realm,
    exportClients: false,
    exportGroupsAndRoles: false,
  });
  await bed.admin.realms.del({ realm: bed.realm });
  await bed.admin.realms.create(exported);
  const result = await getPoolPolicy(bed.pool);
  expect(result).toMatchObject({ ok: true, policy: { mfaConfiguration: 'ON', requiredAfterCreation: 'refused' } });
  const tabs = await bed.pool.client.components.find({ type: TAB_TYPE });
  expect(tabs.map(({ config }) => config?.['mfaConfiguration'])).toEqual([['ON']]);
});
