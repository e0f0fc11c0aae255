import { allowExtension, getFactors } from '@lifeguard/cli';
import { expect } from '@playwright/test';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import {
  chromiumPoolSettings,
  firefoxPoolSettings,
  type PoolSettings,
  type SignInWindow,
} from '../support/pool-settings.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const POOLS = '[data-testid="pools"]';
const CONNECT = `${POOLS} > form button`;
const PROBLEM = '#pool-hint';
const CONNECTED = '[data-testid="connected"]';
const PASSWORD = `${CONNECTED} input`;
const LEAVE = `${CONNECTED} button.danger`;
const LEAVE_INDEED = `${CONNECTED} form button.danger`;
const CANCEL = `${CONNECTED} form button:not(.danger)`;

interface PoolWithUser extends AsyncDisposable {
  readonly bed: TestBed;
  readonly user: TestUser;
}

async function poolWithUser(): Promise<PoolWithUser> {
  const bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' }, realm: { displayName: 'Acme' } });
  const allowed = await allowExtension(bed.pool);
  expect(allowed).toMatchObject({ ok: true, changes: expect.arrayContaining([expect.stringContaining('create')]) });
  expect(await allowExtension(bed.pool)).toEqual({ ok: true, changes: [] });
  const user = await bed.createUser({ phone: false });
  return { bed, user, [Symbol.asyncDispose]: () => bed[Symbol.asyncDispose]() };
}

async function passPassword(window: SignInWindow, { username, password }: TestUser): Promise<void> {
  await window.fill('#username', username);
  await window.fill('#password', password);
  await window.click('#kc-login');
}

/** A person's way through the settings: mistakes first, then in, and out again. */
async function connectAndLeave(settings: PoolSettings, { bed, user }: PoolWithUser) {
  const address = `${bed.url}/realms/${bed.realm}`;
  const factor = async () => {
    const found = await getFactors(bed.pool, { user: user.username });
    return found.ok ? found.factors.settings : found;
  };

  await test.step('an address that is none, and a sign-in that is not finished, say so', async () => {
    await settings.fill('#pool-address', `${bed.url}/`);
    await settings.click(CONNECT);
    await settings.expectText(PROBLEM, /^This is no address of a pool/);
    await settings.fill('#pool-address', `${bed.url}/realms/nowhere-${bed.realm}`);
    await settings.click(CONNECT);
    // What a server without the realm lets an extension read differs.
    await settings.expectText(PROBLEM, /^The pool does not answer|^There is no pool with Lifeguard/);
    await settings.fill('#pool-address', `${address}/account/`);
    await settings.inSignIn(CONNECT, (window) => window.close());
    await settings.expectText(PROBLEM, /^The sign-in was not finished\./);
  });

  await test.step('what came of a sign-in is told after the vault was locked meanwhile', async () => {
    await settings.fill('#pool-address', address);
    await settings.inSignIn(CONNECT, async (window) => {
      await settings.ask('lockVault');
      await window.close();
    });
    await settings.fill('#password', VAULT_PASSWORD);
    await settings.click('#unlock');
    await settings.expectText(PROBLEM, /^The sign-in was not finished\./);
    await settings.fill('#pool-address', address);
  });

  await test.step('one sign-in makes Lifeguard the authenticator', async () => {
    await settings.inSignIn(CONNECT, (window) => passPassword(window, user));
    await settings.expectText(
      '#pool-status',
      'Connected to Acme. It asks for a code from now on, because you have an authenticator. It offers codes by text message, too.',
    );
    await settings.expectText(`${CONNECTED} strong`, `Acme (${user.username})`);
    expect(await factor()).toEqual({ enabledFactors: ['SOFTWARE_TOKEN_MFA'], preferredFactor: 'SOFTWARE_TOKEN_MFA' });
  });

  await test.step('leaving is given up by closing the window of the sign-in, and not by Cancel behind it', async () => {
    await settings.click(LEAVE);
    await settings.fill(PASSWORD, VAULT_PASSWORD);
    await settings.inSignIn(LEAVE_INDEED, async (window) => {
      expect(await settings.pressBehind(CANCEL)).toBe(true);
      await window.close();
    });
    await settings.expectText('#pool-problem', /^The sign-in was not finished\./);
    expect(await factor()).toMatchObject({ enabledFactors: ['SOFTWARE_TOKEN_MFA'] });
  });

  await test.step('leaving takes the password, and a sign-in with a code', async () => {
    const [account] = (
      (await settings.ask('listAccounts')) as { readonly accounts: readonly { readonly id: string }[] }
    ).accounts;
    await settings.click(LEAVE);
    await settings.fill(PASSWORD, 'another');
    await settings.click(LEAVE_INDEED);
    await settings.expectText(`${CONNECTED} [role="alert"]`, 'The password is wrong.');
    await settings.fill(PASSWORD, VAULT_PASSWORD);
    // The one of this moment is used up.
    const { codes } = (await settings.ask('readCodes', { ids: [account!.id] })) as {
      readonly codes: Readonly<Record<string, { readonly nextCode: string }>>;
    };
    await settings.inSignIn(LEAVE_INDEED, async (window) => {
      await window.fill('#password', user.password);
      await window.click('#kc-login');
      await window.fill('[name="otp"]', codes[account!.id]!.nextCode);
      await window.click('#kc-login');
    });
    await settings.expectText('#pool-status', /is disconnected/);
    expect(await settings.ask('listAccounts')).toMatchObject({ accounts: [], total: 0 });
    expect(await factor()).toEqual({ enabledFactors: [] });
  });
}

test('a pool is connected and left again', async ({ page, lifeguard }) => {
  await using made = await poolWithUser();
  // Over a page of the pool the press would grant it.
  await page.goto('about:blank');
  const popup = await lifeguard.openPopup(page);
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  const settings = await lifeguard.openSettings();
  await expectGoodInEveryLook(surfaceIn(settings), 'settings-pools');
  await connectAndLeave(chromiumPoolSettings(settings), made);
});

test('a pool is connected and left again in Firefox', async ({ firefox }) => {
  await using made = await poolWithUser();
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await firefox.page.goto(site.origin);
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  await firefox.page.goto(firefox.extensionUrl('src/options/index.html'));
  await connectAndLeave(firefoxPoolSettings(firefox), made);
});
