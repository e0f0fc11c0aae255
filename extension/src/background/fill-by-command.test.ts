import { describe, expect, test } from 'vitest';
import { frameWith, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { accountOf } from '../vault/vault.fixture.ts';
import { fillByCommand } from './fill-by-command.ts';
import { ALICE, HERE, LOGIN } from './sign-in.fixture.ts';
import { tabWorld } from './tab.fixture.ts';

describe('the keyboard command', () => {
  interface Situation {
    readonly accounts: readonly (typeof ALICE)[];
    readonly frames?: readonly PageFrame[];
    readonly locked?: boolean;
    readonly outcome?: object;
  }
  async function press({ accounts, frames = [LOGIN], locked = false, outcome }: Situation) {
    const { ports, sent, vault, answers } = await tabWorld({ accounts, frames });
    if (locked) await vault.lock();
    if (outcome !== undefined) answers['fillField'] = outcome;
    let popups = 0;
    await fillByCommand(3, { ...ports, openPopup: async () => void (popups += 1) });
    return {
      popups,
      filled: sent.filter((question) => 'text' in question).length,
      failed: await ports.failedFills.take(3),
    };
  }
  const BOB = accountOf('b', { account: 'bob', origins: [HERE] });

  test('fills when exactly one account is bound to the page', async () => {
    expect(await press({ accounts: [ALICE, accountOf('c')] })).toEqual({ popups: 0, filled: 1 });
  });

  test('prefers the active account to a staged one', async () => {
    expect(await press({ accounts: [ALICE, { ...BOB, state: 'staged' }] })).toEqual({ popups: 0, filled: 1 });
    expect(await press({ accounts: [{ ...BOB, state: 'staged' }] })).toEqual({ popups: 0, filled: 1 });
  });

  test('opens the popup for several accounts, for none, while locked, and where there is no field', async () => {
    const opened = { popups: 1, filled: 0 };
    expect(await press({ accounts: [ALICE, BOB] })).toEqual(opened);
    expect(await press({ accounts: [accountOf('c')] })).toEqual(opened);
    expect(await press({ accounts: [ALICE], locked: true })).toEqual(opened);
    expect(await press({ accounts: [ALICE], frames: [] })).toEqual(opened);
    expect(await press({ accounts: [ALICE], frames: [{ ...LOGIN, signals: frameWith({ fields: [] }) }] })).toEqual(
      opened,
    );
  });

  test('fills the one of several accounts whose name the page shows', async () => {
    const frames = [{ ...LOGIN, signals: { ...LOGIN_OTP, shown: 'Sign in as bob' } }];
    expect(await press({ accounts: [ALICE, BOB], frames })).toEqual({ popups: 0, filled: 1 });
  });

  test('leaves the user in peace who has ended the wait', async () => {
    const { ports, clock } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
    clock.now += 28_000;
    const sleep = async (): Promise<void> => ports.waits.cancel(3);
    await fillByCommand(3, { ...ports, sleep, openPopup: () => Promise.reject(new Error('a popup')) });
    expect(await ports.failedFills.take(3)).toBeUndefined();
  });

  test('lets the popup say why a page kept nothing, once', async () => {
    const outcome = { kept: false, reason: 'occupied' };
    expect(await press({ accounts: [ALICE], outcome })).toEqual({ popups: 1, filled: 1, failed: 'occupied' });
  });
});
