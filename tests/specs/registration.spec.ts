import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';

test('whoever registers in a Required pool sets up a second factor before there is a session', async () => {
  await using bed = await createTestBed();
  await bed.pool.client.realms.update({ realm: bed.realm }, { registrationAllowed: true });
  const browser = new PlainBrowser(bed);
  await browser.open();
  expect(await browser.follow('/login-actions/registration')).toBe('registration');
  const username = `user-${randomUUID().slice(0, 8)}`;
  const password = `pw-${randomUUID()}`;
  const person = { username, email: `${username}@example.org`, firstName: 'Ann', lastName: 'Example' };
  const page = await browser.submit({ ...person, password, 'password-confirm': password });
  expect(page).toBe('enrolment');
  const [user] = await bed.pool.client.users.find({ username });
  expect(await bed.pool.client.users.listSessions({ id: user?.id ?? '' })).toEqual([]);
});
