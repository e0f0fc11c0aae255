import { describe, expect, test } from 'vitest';
import { frameWith } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { fillCode } from './fill-code.ts';
import { settleEnrolment } from './settle-enrolment.ts';
import { ALICE, HERE, LOGIN, TARGET } from './sign-in.fixture.ts';
import { tabWorld } from './tab.fixture.ts';

describe('a sign-in with an account that its site has not accepted yet', () => {
  const WAITING = { ...ALICE, state: 'staged' as const };
  async function signIn(...pages: readonly PageFrame[]) {
    const world = await tabWorld({ accounts: [WAITING], frames: [LOGIN] });
    const ports = {
      ...world.ports,
      lostSightMeansLeft: async () => true,
      announce: async () => {},
    };
    expect(await fillCode(TARGET, ports)).toMatchObject({ ok: true });
    expect(world.sent.map((question) => (question as { name: string }).name)).toEqual(['watchForm', 'fillField']);
    await ports.enrolments.advance(TARGET.tabId, { kind: 'left-form', by: 'submit' });
    for (const page of pages) {
      world.tab.shown = [page];
      await settleEnrolment(TARGET.tabId, ports);
    }
    return { ...world, ports, state: (await world.vault.accounts())?.[0]?.state };
  }
  const HOME = { ...LOGIN, documentId: 'home', signals: frameWith({ fields: [], heading: 'Welcome' }) };

  test('makes it active when the site goes on', async () => {
    expect((await signIn(HOME)).state).toBe('active');
  });

  test.each([
    ['asks again', { ...LOGIN, documentId: 'again' }],
    ['fails', { ...HOME, signals: { ...HOME.signals, isError: true } }],
  ])('leaves it waiting when the site %s', async (_name, page) => {
    expect((await signIn(page)).state).toBe('staged');
  });

  test('leaves its enrolment alone where that goes on in the tab', async () => {
    const { ports, sent } = await tabWorld({ accounts: [WAITING], frames: [LOGIN] });
    const enrolment = { accountId: 'a', origin: HERE, phase: 'filled' } as const;
    await ports.enrolments.begin(TARGET.tabId, enrolment);
    await fillCode(TARGET, ports);
    expect(await ports.enrolments.all()).toEqual({ [TARGET.tabId]: enrolment });
    expect(sent).toMatchObject([{ name: 'fillField' }]);
  });

  test('is not judged by the page around a frame of another site', async () => {
    const within = 'https://shop.example';
    const account = { ...WAITING, frames: [{ origin: HERE, within }] };
    const around = { ...HOME, documentId: 'around', origin: within };
    const { ports } = await tabWorld({ accounts: [account], frames: [around, { ...LOGIN, frameId: 4 }] });
    expect(await fillCode(TARGET, ports)).toMatchObject({ ok: true });
    expect(await ports.enrolments.all()).toEqual({});
  });
});
