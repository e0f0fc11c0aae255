import { expect, test } from 'vitest';
import { LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { accountOf } from '../vault/vault.fixture.ts';
import { fillByMenu } from './fill-by-menu.ts';
import { tabWorld } from './tab.fixture.ts';

const HERE = 'http://localhost:8080';
const ALICE = accountOf('a', { origins: [HERE] });
const [OTHER_FIELD, CODE_FIELD] = [LOGIN_OTP.fields[0]!, LOGIN_OTP.fields[1]!];

function page(focused: number, changes: Partial<typeof CODE_FIELD> = {}): PageFrame {
  const fields = [
    { ...OTHER_FIELD, type: 'password', visibility: 'visible' as const, content: 'empty' as const },
    { ...CODE_FIELD, ...changes },
  ];
  const signals = { ...LOGIN_OTP, fields: fields.map((one, place) => ({ ...one, hasFocus: place === focused })) };
  return { frameId: 0, documentId: 'top', origin: HERE, signals };
}

async function choose(frame: PageFrame) {
  const { ports, sent } = await tabWorld({ accounts: [ALICE], frames: [frame] });
  let popups = 0;
  await fillByMenu({ tabId: 3, frameId: 0 }, { ...ports, openPopup: async () => void (popups += 1) });
  return { popups, sent };
}

test('the field that was clicked is filled, also one that nothing else shows to be for a code', async () => {
  expect((await choose(page(1))).sent).toMatchObject([{ name: 'fillField', boxes: [CODE_FIELD.index] }]);
  expect((await choose(page(0))).sent).toMatchObject([{ name: 'fillField', boxes: [OTHER_FIELD.index] }]);
});

test('a field for a texted code is not, and the popup opens, which says why', async () => {
  const { popups, sent } = await choose(page(1, { label: 'Enter the code we sent by SMS', name: 'smsCode' }));
  expect([popups, sent]).toEqual([1, []]);
});
