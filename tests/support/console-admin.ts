import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { TestBed, TestUser } from './test-bed.ts';

type Account = Pick<TestUser, 'username' | 'password'>;

/** Somebody of the realm with these roles of its client realm-management. */
export async function createAdmin({ pool }: TestBed, roles: readonly string[]): Promise<Account> {
  const { users, clients } = pool.client;
  const username = `admin-${randomUUID().slice(0, 8)}`;
  const password = `pw-${randomUUID()}`;
  const { id } = await users.create({
    username,
    firstName: 'Olga',
    lastName: 'Operator',
    email: `${username}@example.org`,
    emailVerified: true,
    enabled: true,
    credentials: [{ type: 'password', value: password, temporary: false }],
  });
  const management = (await clients.find({ clientId: 'realm-management' }))[0]?.id ?? '';
  for (const roleName of roles) {
    const role = await clients.findRole({ id: management, roleName });
    await users.addClientRoleMappings({
      id,
      clientUniqueId: management,
      roles: [{ id: role?.id ?? '', name: roleName }],
    });
  }
  return { username, password };
}

export function consoleUrl({ url, realm }: TestBed): string {
  return `${url}/realms/${realm}/lifeguard/console/`;
}

/** Opens the console, and passes the password of the sign-in that it leads to. */
export async function openConsole(page: Page, bed: TestBed, { username, password }: Account): Promise<void> {
  await page.goto(consoleUrl(bed));
  await page.getByRole('textbox', { name: 'Username or email' }).fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign In' }).click();
}

/** A part of the page, by its heading. */
export const card = (page: Page, heading: string) => page.getByRole('region', { name: heading, exact: true });

/** What the browser complains of: a violated policy, an error of a script, a file that is not there. */
export function complaints(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('console', (message) => message.type() === 'error' && found.push(message.text()));
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}
