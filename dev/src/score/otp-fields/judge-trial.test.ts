import { expect, test } from 'vitest';
import { judgeTrial, type Trial } from './judge-trial.ts';
import type { Label } from './label.ts';
import { isRight } from './outcome.ts';

const CODE = '012345';
const FILL: Label = {
  file: 'synthetic/a.html',
  origin: 'https://a.example',
  targets: [{ selectors: ['#otp'], kind: 'totp', fill: true }],
  expect: 'fill',
  tags: [],
};
const UNTOUCHED: Trial = {
  file: FILL.file,
  codes: [CODE, '098765'],
  offered: false,
  told: '',
  changed: [],
  values: [''],
  result: { code: '' },
};

function judge(label: Partial<Label>, trial: Partial<Trial>) {
  const outcome = judgeTrial({ ...FILL, ...label }, { ...UNTOUCHED, ...trial });
  return [outcome.verdict, outcome.isWrong, isRight(outcome)];
}

const IN_TARGET = { target: 0, name: 'otp', value: CODE };
const ELSEWHERE = { target: -1, name: 'zip', value: '0123' };
const FILLED: Partial<Trial> = { offered: true, changed: [IN_TARGET], values: [CODE], result: { code: CODE } };

test('a page to fill is hit by what the page itself believes, or by what stands in its boxes', () => {
  expect(judge({}, FILLED)).toEqual(['hit', false, true]);
  expect(judge({}, { ...FILLED, result: { code: '98765' } })).toEqual(['partial', false, false]);
  expect(judge({}, { ...FILLED, result: undefined })).toEqual(['hit', false, true]);
  expect(judge({}, {})).toEqual(['miss', false, false]);
});

test('a page that drops a zero is compared by number, and an empty field is no zero', () => {
  const label = { lossyZero: true };
  expect(judge(label, { ...FILLED, result: { code: '12345' } })).toEqual(['hit', false, true]);
  expect(judge(label, { ...FILLED, result: { code: '' } })).toEqual(['partial', false, false]);
});

test('a code in the attribute, where the page shows it to others, is no hit', () => {
  expect(judge({}, { ...FILLED, result: { code: CODE, attrLeak: true } })).toEqual(['partial', false, false]);
});

test('a part of the code in another field is wrong, whatever else went right', () => {
  expect(judge({}, { ...FILLED, changed: [IN_TARGET, ELSEWHERE] })).toEqual(['hit', true, false]);
  const forSms = { targets: [{ ...FILL.targets[0]!, kind: 'sms' as const, fill: false }], expect: 'nothing' as const };
  expect(judge(forSms, { ...FILLED })).toEqual(['false-fill', true, false]);
});

test("a device's name is no part of a code", () => {
  const name = { target: -1, name: 'userLabel', value: 'Lifeguard' };
  expect(judge({}, { ...FILLED, changed: [IN_TARGET, name] })).toEqual(['hit', false, true]);
});

test('pages with nothing to fill and those to ask on stay untouched', () => {
  expect(judge({ expect: 'nothing', targets: [] }, {})).toEqual(['untouched', false, true]);
  expect(judge({ expect: 'ask' }, {})).toEqual(['asked', false, true]);
  expect(judge({ expect: 'ask' }, FILLED)).toEqual(['hasty', false, false]);
});

test('the kind that the popup says counts on pages with one code field', () => {
  const kindsOf = (label: Partial<Label>, shownKind?: string) =>
    judgeTrial({ ...FILL, ...label }, { ...UNTOUCHED, ...(shownKind !== undefined && { shownKind }) }).kinds;
  const [target] = FILL.targets;
  expect(kindsOf({}, 'totp')).toEqual({ right: 1, of: 1 });
  expect(kindsOf({}, 'sms')).toEqual({ right: 0, of: 1 });
  expect(kindsOf({})).toEqual({ right: 0, of: 1 });
  expect(kindsOf({ targets: [{ ...target!, kind: 'any' }] }, 'email')).toEqual({ right: 1, of: 1 });
  expect(kindsOf({ targets: [{ ...target!, kind: 'any' }] })).toEqual({ right: 0, of: 1 });
  expect(kindsOf({ targets: [target!, target!] }, 'totp')).toEqual({ right: 0, of: 0 });
  expect(kindsOf({ targets: [] }, 'totp')).toEqual({ right: 0, of: 0 });
});
