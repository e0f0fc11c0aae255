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

// As Keycloak says it, but for Hindi.
test.each([
  ['ar', 'على أساس العداد', 'على أساس الوقت'],
  ['az', 'Sayğac: 0', 'Zaman əsaslı'],
  ['ca', 'Basat en comptador', 'Basat en temps'],
  ['cs', 'Založeno na počítadle', 'Založeno na čase'],
  ['da', 'Tællerbaseret', 'Tidsbaseret'],
  ['de', 'zählerbasiert (counter-based)', 'zeitbasiert (time-based)'],
  ['el', 'Μετρητής: 0', 'Χρονικός'],
  ['en', 'Counter-based', 'Time-based'],
  ['es', 'Basado en contador', 'Basado en el tiempo'],
  ['eu', 'Kontadorean oinarritua', 'Denboran oinarritua'],
  ['fa', 'مبتنی بر شمارنده', 'مبتنی بر زمان'],
  ['fi', 'Laskuripohjainen', 'Aikapohjainen'],
  ['fr', 'Basé sur un compteur', 'Basé sur le temps'],
  ['hi', 'काउंटर आधारित', 'समय आधारित'],
  ['hr', 'Brojački temeljeno', 'Vremenski temeljeno'],
  ['hu', 'Számláló alapú', 'Idő alapú'],
  ['id', 'Berbasis pencacah', 'Berbasis waktu'],
  ['it', 'Basato sul contatore', 'Basato sull’ora'],
  ['ja', 'カウンターベース', '時間ベース'],
  ['ko', '카운터 기반', '시간 기반'],
  ['pl', 'Oparte o licznik', 'Oparte o czas'],
  ['pt', 'Baseado em contador', 'Baseado em tempo'],
  ['ro', 'Bazat pe contor', 'Bazat pe timp'],
  ['ru', 'На основе счётчика', 'На основе времени'],
  ['sk', 'Založené na počítadle', 'Založené na čase'],
  ['sl', 'Števno osnovano', 'Časovno osnovano'],
  ['sv', 'Räknarbaserad', 'Tidsbaserad'],
  ['tr', 'Sayaç Tabanlı', 'Zaman Tabanlı'],
  ['uk', 'На основі лічильника', 'На основі часу'],
  ['vi', 'Dựa trên bộ đếm', 'Dựa trên thời gian'],
  ['zh-Hans', '给予计数器', '基于时间'],
  ['zh-Hant', '基於次數', '基於時間'],
])('what counts is told from what goes by the time in %s', (_, counted, timed) => {
  for (const line of [counted, `Type: ${counted}`, `${counted} (HOTP)`]) {
    expect(find([{ text: GROUPED, around: [line] }])).toBe('counted');
  }
  for (const line of [timed, `${timed} (TOTP)`]) {
    expect(find([{ text: GROUPED, around: [line] }])).toMatchObject({ type: 'totp' });
  }
});

test.each([
  ['HOTP', 'counted'],
  ['TOTP', 'totp'],
  ['Go to the counter', 'totp'],
  ['An encounter', 'totp'],
  // Without the article and blanks, a setup looks like a counter in Arabic.
  ['مفتاح الإعداد', 'totp'],
  ['إعداد التطبيق', 'totp'],
])('“%s”: %s', (line, type) => {
  const found = find([{ text: GROUPED, around: [line] }]);
  expect(found === 'counted' ? found : found?.type).toBe(type);
});

test('a number that is none of the values changes nothing', () => {
  const around = ['Step: 2', 'Orders: 3', 'Year: 2026', 'Digits: 12', '45', 'SHA-3: yes'];
  expect(find([{ text: GROUPED, around }])).toMatchObject({ algorithm: 'SHA1', digits: 6, periodInSeconds: 30 });
});
