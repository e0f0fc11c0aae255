import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRecoveryCodes, type ShownLine } from './find-recovery-codes.ts';
import { MAX_RECOVERY_CODE_LENGTH, MAX_RECOVERY_CODES } from './recovery-code.ts';

/** Lines of a page; a heading begins with `# `. */
function linesOf(page: string): readonly ShownLine[] {
  return page.split('\n').map((line) => ({ text: line.replace(/^# /, ''), isHeading: line.startsWith('# ') }));
}

const find = (page: string): readonly string[] => findRecoveryCodes(linesOf(page));

const HEX = ['3f9c1-a07be', '81d2e-55c0f', 'b7a40-9e13d', '0c6f8-d2b94', 'e5187-3ac6b', '94db0-f817a'];
const UPPER = ['A1BC-D2EF-GH3I', 'K4LM-N5OP-QR6S', 'T7UV-W8XY-Z9AB', 'C1DE-F2GH-JK3L'];
const PINS = ['48201937', '15930462', '90274815', '63718290', '27465103'];
const SPACED = ['4820 1937', '1593 0462', '9027 4815', '6371 8290', '2746 5103'];
const LONG = [
  '9f86d081884c7d659a2feaa0c55ad015',
  'a3bf4f1b2b0b822cd15d6c15b0f00a08',
  '2c624232cc221771294dfbb310aca000',
];

describe('codes are found', () => {
  test.each<[string, string, readonly string[]]>([
    ['in a list', `# Recovery codes\nKeep them in a safe place.\n${HEX.join('\n')}`, HEX],
    [
      'with numbers before them, under a warning',
      `# Recovery Authentication Codes\nYou won't see these recovery codes again.\nMake sure to print or download them.\n${UPPER.map((code, place) => `${place + 1}: ${code}`).join('\n')}\nPrint Download Copy`,
      UPPER,
    ],
    [
      'in two columns of a table',
      `# Backup codes\n${SPACED[0]}\t${SPACED[1]}\n${SPACED[2]}\t${SPACED[3]}\n${SPACED[4]}`,
      SPACED,
    ],
    [
      'with the numbers in a column of their own',
      `# Backup codes\nNo.\tCode\n${PINS.map((pin, at) => `${at + 1}\t${pin}`).join('\n')}`,
      PINS,
    ],
    [
      'in a table that says of each whether it was used',
      `# Recovery codes\nCode\tStatus\n${HEX.map((code, at) => `${code}\t${at === 2 ? 'Used' : 'Not used yet'}`).join('\n')}`,
      HEX,
    ],
    [
      'in a table with numbers and a button in each row',
      `# Backup codes\n#\tCode\t\n${UPPER.map((code, at) => `${at + 1}\t${code}\tKopieren`).join('\n')}`,
      UPPER,
    ],
    [
      'with the numbers in lines of their own',
      `# Backup codes\n${HEX.map((code, at) => `${at + 1}.\n${code}`).join('\n')}`,
      HEX,
    ],
    ['on one line with blanks between', `# Recovery codes\n${HEX.join(' ')}`, HEX],
    ['on one line with commas between', `# Recovery codes\n${PINS.join(', ')}`, PINS],
    [
      'as a single one with a label before it',
      'Two-step verification is on.\nBackup code: qfzk-wmxt-bvrc-hjpd-lngs\nDone',
      ['qfzk-wmxt-bvrc-hjpd-lngs'],
    ],
    [
      'as a single one below its words',
      '# Your recovery code\nWrite it down.\na3f9 07c1 be52 d84e 6b0a 91cf\nContinue',
      ['a3f9 07c1 be52 d84e 6b0a 91cf'],
    ],
    ['as a single one in one piece', 'This is your single-use backup code\nk7d2m9xq4b1z\nNext', ['k7d2m9xq4b1z']],
    ['of many digits and letters', `# Save your recovery codes\n${LONG.join('\n')}`, LONG],
    ['as points of a list', `# Recovery codes\n${HEX.map((code) => `• ${code}`).join('\n')}`, HEX],
    ['called by number', `# Emergency codes\n${HEX.map((code, at) => `Code ${at + 1}: ${code}`).join('\n')}`, HEX],
    [
      'one of them without a digit',
      `# Recovery codes\nx7k2m9q4bz\nabqzkfhwtm\n3h8d5v1n6c\np0s4j2r8wy`,
      ['x7k2m9q4bz', 'abqzkfhwtm', '3h8d5v1n6c', 'p0s4j2r8wy'],
    ],
    [
      'twice, as a list and for copying',
      `# Recovery codes\n${HEX.join('\n')}\nCopy these recovery codes\n${HEX.join('\n')}`,
      HEX,
    ],
    ['beside words of a menu', `# Recovery codes\nsecurity\n${HEX.join('\n')}\nsessions`, HEX],
    ['below a heading about saving the codes', `Recovery codes let you in.\n# Save your codes\n${HEX.join('\n')}`, HEX],
    [
      'with long dashes',
      `# Recovery codes\n${HEX.map((code) => code.replace('-', '–')).join('\n')}`,
      HEX.map((code) => code.replace('-', '–')),
    ],
  ])('%s', (_how, page, expected) => {
    expect(find(page)).toEqual(expected);
  });

  // recovery-code-config-warning-title of Keycloak 26.7, and how others call them.
  test.each([
    'These recovery codes won’t appear again after leaving this page',
    'Diese Wiederherstellungscodes werden nach Verlassen dieser Seite nicht mehr angezeigt',
    'Ces codes de récupération ne seront jamais réaffichés une fois que vous aurez quitté cette page',
    'Estos códigos de recuperación no volverán a aparecer después de salir de esta página',
    'Esses códigos de recuperação não serão exibidos novamente após sair desta página',
    'Questi codici di recupero non saranno più visualizzati dopo che avrai lasciato questa pagina',
    'これらのリカバリーコードは、このページを離れるともう表示されません',
    'لن تظهر رموز الاسترداد هذه مرة أخرى بعد مغادرة الصفحة',
    'Эти коды восстановления больше не появятся после того, как вы покинете эту страницу',
    'Коди відновлення більше не можливо буде переглянути після виходу з цієї сторінки',
    'Deze herstelcodes worden niet opnieuw getoond na het verlaten van deze pagina',
    'Te kody odzyskiwania nie pojawią się ponownie po opuszczeniu tej strony',
    'Dessa återställningskoder kommer inte att visas igen efter att du lämnat denna sida',
    'Bu sayfadan ayrıldıktan sonra kurtarma kodlarını tekrardan görüntüleyemeyeceksiniz.',
    '离开此页面后，这些恢复代码将不再显示',
    '離開此頁面後，這些復原驗證碼將不會再次出現',
    '이 페이지를 떠나면 이러한 복구 코드는 다시 표시되지 않습니다.',
    'Códigos de respaldo',
    'Codes de secours',
    'Kody zapasowe',
    'Notfallcodes',
  ])('below “%s”', (words) => {
    expect(find(`${words}\n${HEX.join('\n')}`)).toEqual(HEX);
    expect(find(`# ${words}\n${HEX.join('\n')}`)).toEqual(HEX);
  });
});

describe('nothing is found', () => {
  test.each([
    ['in a list of which nothing is said', HEX.join('\n')],
    [
      'in a list of something else under its own heading',
      `# Recovery codes\nYou have 8 left.\n# Devices\n${HEX.join('\n')}`,
    ],
    ['far below the words', `Recovery codes\n${'Some other text\n'.repeat(13)}${HEX.join('\n')}`],
    ['in phone numbers', '# Recovery codes\n+49 151 2345678\n+49 160 8765432\n+49 171 1122334'],
    ['in phone numbers of one country', '# Recovery codes\n0151234567\n0160876543\n0171112233\n0175556677\n0179998888'],
    [
      'in phone numbers in three groups',
      '# Recovery codes\n512 345 678\n601 222 333\n733 987 654\n888 111 222\n459 000 123',
    ],
    ['in phone numbers that are called so', `Recovery codes\nYour phone numbers\n${SPACED.join('\n')}`],
    ['in order numbers that are called so', `Recovery codes\nOrder number\n${PINS.join('\n')}`],
    [
      'in order numbers that count up',
      '# Recovery codes\n10048211\n20048215\n10048230\n10048244\n10048251'.replace('20048215', '10048215'),
    ],
    ['in numbers with a name before them', '# Recovery codes\nINV-001-A2C\nINV-002-B3D\nINV-003-C4E\nINV-004-D5F'],
    ['in prices', '# Recovery codes\n1,299.00\n2,499.00\n3,799.00\n4,199.00\n5,999.00'],
    ['in dates', '# Recovery codes\n2025-01-02\n2024-11-30\n2023-07-15\n2022-03-09\n2021-12-24'],
    ['in dates without separators', '# Recovery codes\n20250102\n20241130\n20230715\n20220309\n20211224'],
    ['in times', '# Recovery codes\n10:30\n11:45\n12:15\n13:00\n14:20'],
    ['in words', '# Recovery codes\npassword\nsecurity\nsessions\nbilling1'],
    ['in words with dashes', '# Recovery codes\nsign-out\nhelp-page\nnews'],
    ['in a few digits', '# Recovery codes\n482019\n159304\n902748'],
    ['in one number', 'Recovery codes\nYou have 10 recovery codes.\n48201937'],
    ['in the name of a user', 'Recovery codes\njohnsmith1985'],
    ['in addresses', '# Recovery codes\n192.168.0.17\n10.0.0.1\n172.16.254.1'],
    [
      'in ids of devices',
      '# Recovery codes\n550e8400-e29b-41d4-a716-446655440000\n6ba7b810-9dad-11d1-80b4-00c04fd430c8\n16fd2706-8baf-433b-82eb-8c7fada847da',
    ],
    [
      'in card numbers',
      '# Recovery codes\n4111 1111 1111 1111\n5500 0000 0000 0004\n3400 0000 0000 0009\n6011 0000 0000 0004\n3088 0000 0000 0009',
    ],
    ['in the key of the app', 'Recovery codes come next.\nSetup key\nJBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP'],
    ['in a licence key', 'Recovery codes\nLicence key: AB12C-3DE4F-G56HI-J7K8L'],
    ['in a list of codes of several lengths', '# Recovery codes\n1a2b-3c4d\n1a2b3-c4d5e\n9z8y-7x6w\n5v4u3-t2s1r'],
    ['in codes that are cut short', '# Recovery codes\n3f9c…\n81d2…\nb7a4…'],
    ['in codes that are hidden', '# Recovery codes\n•••••-•••••\n•••••-•••••\n•••••-•••••'],
    [
      'in more codes than anybody hands out',
      `# Recovery codes\n${Array.from({ length: 65 }, (_, at) => `${(at * 7919 + 10007).toString(36).padStart(5, 'q').slice(-5)}-x${at.toString().padStart(4, '0')}`).join('\n')}`,
    ],
    ['on a page that asks for one', '# Sign in\nEnter a recovery code\nTrouble signing in?'],
  ])('%s', (_where, page) => {
    expect(find(page)).toEqual([]);
  });
});

test('whatever a page shows, reading it ends, and gives no more and no longer codes than are kept', () => {
  const code = fc.stringMatching(/^[a-f0-9]{4,70}(?:[- ][a-f0-9]{4,70}){0,3}$/);
  const text = fc.oneof(
    fc.string({ maxLength: 300 }),
    code,
    fc.constantFrom('Recovery codes', '1.', 'Backup code: ', '\t'),
  );
  const line = fc.record({ text, isHeading: fc.boolean() });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 200 }), (lines) => {
      const codes = findRecoveryCodes(lines);
      expect(codes.length).toBeLessThanOrEqual(MAX_RECOVERY_CODES);
      expect(codes.every(({ length }) => length >= 6 && length <= MAX_RECOVERY_CODE_LENGTH)).toBe(true);
      expect(new Set(codes).size).toBe(codes.length);
    }),
  );
});

test.each([
  ['digits and dashes', '1-'.repeat(1000)],
  ['blanks', `a${' '.repeat(2000)}b`],
  ['labels', 'a: '.repeat(600)],
  ['cells', '12345678\t'.repeat(200)],
])('a page full of %s is read at once', (_what, text) => {
  const begin = performance.now();
  findRecoveryCodes([
    { text: 'Recovery codes', isHeading: true },
    ...Array.from({ length: 600 }, () => ({ text, isHeading: false })),
  ]);
  expect(performance.now() - begin).toBeLessThan(1500);
});
