import { expect, test } from 'vitest';
import { findShownKey, type ShownText } from './shown-key.ts';

const GROUPED = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP';
const SECRET = GROUPED.replaceAll(' ', '');
const PAGE = 'Set up your authenticator app. Type this key into it.';

function find(shown: readonly (Partial<ShownText> & Pick<ShownText, 'text'>)[], pageText = PAGE) {
  return findShownKey(
    shown.map(({ text, around = [] }) => ({ text, around })),
    { pageText, siteName: 'shop.example' },
  );
}

test.each([
  ['in groups', GROUPED],
  ['in groups with dashes', GROUPED.replaceAll(' ', '-')],
  ['in small letters', GROUPED.toLowerCase()],
  ['in one piece', SECRET],
  ['with padding', `${SECRET}======`],
  ['with blanks around it', ` ${GROUPED}\n`],
])('a key %s', (_, text) => {
  expect(find([{ text }])).toEqual({
    type: 'totp',
    issuer: 'shop.example',
    account: '',
    secretBase32: SECRET,
    algorithm: 'SHA1',
    digits: 6,
    periodInSeconds: 30,
    counter: 0,
  });
});

test.each([
  ['words', 'please type this into your app'],
  ['a word of its letters', 'authenticatorapplication'],
  ['a sentence in capitals', 'TYPE THIS KEY INTO YOUR APP NOW'],
  ['mixed letters, as API keys have them', 'JbswY3dpEhpk3pxpJbswY3dpEhpk3pxp'],
  ['digits that Base32 has not', 'JBSW Y3DP EHPK 3PX1 JBSW Y3DP EHPK 3PX0'],
  ['hexadecimal', 'ABCDEF234567ABCDEF234567ABCDEF23'],
  ['too short', 'JBSW Y3DP EHPK'],
  ['groups of any length', 'JBSWY3D PEH PK3PXP JBSWY3DPEHP K3PXP'],
])('%s: no key', (_, text) => {
  expect(find([{ text }])).toBeUndefined();
});

test('a key on a page that speaks of no authenticator is something else', () => {
  expect(find([{ text: GROUPED }], 'Your licence key. Keep it safe.')).toBeUndefined();
});

test('a key for recovery is none, though recovery codes may be spoken of elsewhere', () => {
  const before = ['Your recovery key', 'Keep it in a safe place', GROUPED];
  expect(find([{ text: GROUPED, around: before }])).toBeUndefined();
  const elsewhere = ['Type this key', GROUPED, 'Digits: 6', 'Interval: 30', 'Then save your recovery codes'];
  expect(find([{ text: GROUPED, around: elsewhere }])).toMatchObject({ secretBase32: SECRET });
});

test('one key twice is one, and two are none', () => {
  expect(find([{ text: GROUPED }, { text: SECRET }])).toMatchObject({ secretBase32: SECRET });
  expect(find([{ text: GROUPED }, { text: 'KRUGS4ZANFZSAYJAKRUGS4ZANFZSAYJA' }])).toBeUndefined();
});

test.each([
  ['en', ['Type: Time-based', 'Algorithm: SHA256', 'Digits: 8', 'Interval: 60']],
  ['de', ['Typ: zeitbasiert (TOTP)', 'Algorithmus: SHA256', 'Ziffern: 8', 'Intervall: 60 Sekunden']],
  ['fr', ['Type : Basé sur le temps', 'Algorithme : HMAC-SHA-256', 'Chiffres : 8', 'Intervalle : 60 s']],
  ['ja', ['タイプ：時間ベース', 'アルゴリズム：SHA256', '桁数：8', '間隔：60 秒']],
])('values of the page are taken in %s', (_, around) => {
  expect(find([{ text: GROUPED, around: ['1', 'Step 2', GROUPED, ...around] }])).toMatchObject({
    algorithm: 'SHA256',
    digits: 8,
    periodInSeconds: 60,
  });
});

test.each(['Type: Counter-based', 'Typ: zählerbasiert', 'Tipo: Basado en contador', 'HOTP'])(
  '%s is told apart',
  (line) => {
    expect(find([{ text: GROUPED, around: [line] }])).toBe('counted');
  },
);

test('a number that is none of the values changes nothing', () => {
  const around = ['Step: 2', 'Orders: 3', 'Year: 2026', 'Digits: 12', '45', 'SHA-3: yes'];
  expect(find([{ text: GROUPED, around }])).toMatchObject({ algorithm: 'SHA1', digits: 6, periodInSeconds: 30 });
});
