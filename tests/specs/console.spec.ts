import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/pages.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function consoleUrl({ url, realm }: TestBed): string {
  return `${url}/realms/${realm}/lifeguard/console/`;
}

test('the page and its files have a strict policy, and nothing else of the JAR is served', async () => {
  await using bed = await createTestBed();
  const url = consoleUrl(bed);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
    'strict-transport-security': expect.stringContaining('max-age'),
  });
  const files = (await page.text()).match(/assets\/[\w.-]+/g) ?? [];
  expect(files).toHaveLength(2);
  for (const file of files) {
    const asset = await fetch(new URL(file, url));
    expect(Object.fromEntries(asset.headers)).toMatchObject({
      'content-type': expect.stringMatching(file.endsWith('.js') ? /^text\/javascript/ : /^text\/css/),
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('immutable'),
    });
  }
  for (const path of [
    'assets/x.js',
    'files.txt',
    'assets/..%2ffiles.txt',
    'assets/..%2f..%2fcore.js',
    'assets/',
    'x',
  ]) {
    expect((await fetch(`${url}${path}`)).status, path).toBe(404);
  }
});

test('an address without its last slash leads to the page', async () => {
  await using bed = await createTestBed();
  const answer = await fetch(consoleUrl(bed).replace(/\/$/, ''), { redirect: 'manual' });
  expect(answer.status).toBe(302);
  expect(new URL(answer.headers.get('location') ?? '', answer.url).href).toBe(consoleUrl(bed));
});

interface AdminAccount {
  readonly username: string;
  readonly password: string;
}

/** Somebody of the realm with these roles of its client realm-management. */
async function createAdmin({ pool }: TestBed, roles: readonly string[]): Promise<AdminAccount> {
  const username = `admin-${randomUUID().slice(0, 8)}`;
  const password = `pw-${randomUUID()}`;
  const { id } = await pool.client.users.create({
    username,
    firstName: 'Olga',
    lastName: 'Operator',
    email: `${username}@example.org`,
    emailVerified: true,
    enabled: true,
    credentials: [{ type: 'password', value: password, temporary: false }],
  });
  const client = (await pool.client.clients.find({ clientId: 'realm-management' }))[0]?.id ?? '';
  const known = await pool.client.clients.listRoles({ id: client });
  await pool.client.users.addClientRoleMappings({
    id,
    clientUniqueId: client,
    roles: known
      .filter(({ name }) => roles.includes(name ?? ''))
      .map(({ id: role, name }) => ({ id: role!, name: name! })),
  });
  return { username, password };
}

async function signIn(page: Page, bed: TestBed, { username, password }: AdminAccount): Promise<void> {
  await page.goto(consoleUrl(bed));
  await page.getByRole('textbox', { name: 'Username or email' }).fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign In' }).click();
}

test('an administrator signs in and out by the sign-in of the realm', async ({ page }) => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const admin = await createAdmin(bed, ['realm-admin']);
  await signIn(page, bed, admin);
  await expect(page.getByText(`Signed in as ${admin.username}`)).toBeVisible();
  expect(page.url()).toBe(consoleUrl(bed));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible();
});
