import { describe, expect, test } from 'vitest';
import { frameWith, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { accountOf, PASSWORD } from '../vault/vault.fixture.ts';
import { accountRequests } from './account-requests.ts';
import {
  AGAIN,
  enrolWorld,
  HERE,
  KEY_IN_LETTERS,
  MANUAL,
  MOMENT,
  NEXT,
  statesOf,
  SUBMIT,
  TAB,
} from './enrolment.fixture.ts';
import { setUpHere } from './set-up-here.ts';
import { settleEnrolment } from './settle-enrolment.ts';

describe('after the form was sent', () => {
  test('the next page accepts the account, although the background was stopped in between', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.restart().advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await settleEnrolment(TAB, { ...world.ports, enrolments: world.restart() });
    expect(await statesOf(world)).toEqual(['id-1 active']);
    expect(world.announced).toEqual(['accepted']);
    expect(await world.restart().all()).toEqual({});
  });

  test('the form again refuses it: it stays staged, and the new form is watched', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [AGAIN];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 staged']);
    expect(world.announced).toEqual(['refused']);
    expect(world.sent.at(-1)).toEqual({ documentId: 'again', name: 'watchForm', field: 0 });
  });

  test('a second page for a code, such as a sign-in with the new device, accepts it too', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [{ ...NEXT, signals: LOGIN_OTP }];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });

  test('a page out of sight accepts it only where that means another site', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [];
    await settleEnrolment(TAB, { ...world.ports, lostSightMeansLeft: async () => false });
    expect(await statesOf(world)).toEqual(['id-1 staged']);
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });

  test('a vault that was locked meanwhile gets the account at the next look', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await world.vault.lock();
    await settleEnrolment(TAB, world.ports);
    expect(world.announced).toEqual([]);
    await world.vault.unlock(PASSWORD.passwordKeyBase64);
    expect(await statesOf(world)).toEqual(['id-1 staged']);
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });

  test('other tabs, and tabs that were closed, accept nothing', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await settleEnrolment(TAB + 1, world.ports);
    await world.ports.enrolments.end({ tabId: TAB });
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 staged']);
  });
});

describe('a page that is no answer', () => {
  const passwordForm = frameWith({ fields: [{ name: 'username' }, { type: 'password', name: 'password' }] });
  test.each([
    ['an error', { ...NEXT.signals, isError: true }, HERE],
    ['a page to sign in at', passwordForm, HERE],
    ['a page to sign in at of another site', passwordForm, 'https://sso.example'],
  ])('such as %s, leaves the decision to the user, whatever comes after it', async (_name, signals, origin) => {
    const active = accountOf('old', { origins: [HERE], secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' });
    const world = await enrolWorld({ accounts: [active] });
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    for (const shown of [{ ...NEXT, origin, signals }, NEXT]) {
      world.tab.shown = [shown];
      await settleEnrolment(TAB, world.ports);
    }
    expect(await statesOf(world)).toEqual(['old active', 'id-1 staged']);
    expect(world.announced, 'on every page until then').toEqual(['refused', 'refused']);
    expect(await world.ports.enrolments.all()).toMatchObject({ [TAB]: { phase: 'doubtful' } });
  });

  test('is not one where the user may change the password', async () => {
    const twice = frameWith({
      fields: [
        { type: 'password', name: 'old' },
        { type: 'password', name: 'new' },
      ],
    });
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [{ ...NEXT, signals: twice }];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });
});

describe('a page without a QR code', () => {
  test('where no picture tells its form from a sign-in, a form for a code never counts as accepted', async () => {
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [], keys: [KEY_IN_LETTERS] } });
    await setUpHere({ tabId: TAB, names: { issuer: 'Shop', account: 'alice' } }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [{ ...MANUAL, documentId: 'again' }];
    await settleEnrolment(TAB, world.ports);
    expect(world.announced).toEqual(['refused']);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });
});

test('an account that is set up anew takes the place of the active one only when the site accepted it', async () => {
  const active = accountOf('old', { origins: [HERE], secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' });
  const world = await enrolWorld({ accounts: [active] });
  await setUpHere({ tabId: TAB }, world.ports);
  expect(await statesOf(world)).toEqual(['old active', 'id-1 staged']);
  await world.ports.enrolments.advance(TAB, SUBMIT);
  world.tab.shown = [NEXT];
  await settleEnrolment(TAB, world.ports);
  expect(await statesOf(world)).toEqual(['id-1 active']);
});

test('an account that the user has renamed is renewed, and keeps the new name', async () => {
  const world = await enrolWorld();
  await setUpHere({ tabId: TAB }, world.ports);
  await world.vault.update((accounts) => commitAccount(accounts, 'id-1', MOMENT));
  const { editAccount } = accountRequests(world.ports);
  await editAccount({ id: 'id-1', issuer: 'Work', account: 'me', tags: ['daily'] });
  await setUpHere({ tabId: TAB }, world.ports);
  await world.ports.enrolments.advance(TAB, SUBMIT);
  world.tab.shown = [NEXT];
  await settleEnrolment(TAB, world.ports);
  expect(await world.vault.accounts()).toMatchObject([
    { id: 'id-2', issuer: 'Work', account: 'me', tags: ['daily'], state: 'active' },
  ]);
});
