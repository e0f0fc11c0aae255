import { DEFAULT_POOL_POLICY, formatPoolPolicy } from '@lifeguard/shared/mfa';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoolFile, readPoolFile } from './pool-file.ts';

function problemsOf(text: string): readonly string[] {
  const result = readPoolFile(text);
  return result.ok ? [] : result.problems;
}

describe('readPoolFile', () => {
  it('reads YAML, with every value as the text that stands there', () => {
    const text = [
      '# the pool of the shop',
      'policy:',
      '  mfaConfiguration: ON',
      '  smsMfa: true',
      '  setUpGraceEndsOn: 2026-12-31',
      'spend:',
      '  smsMonthlyLimit: 50.00',
      '  smsMaxPrice:',
      'installed: true',
    ].join('\n');
    expect(readPoolFile(text)).toEqual({
      ok: true,
      file: {
        policy: {
          'lifeguard.mfaConfiguration': 'ON',
          'lifeguard.smsMfa': 'true',
          'lifeguard.setUpGraceEndsOn': '2026-12-31',
        },
        spend: { 'lifeguard.smsMonthlyLimit': '50.00', 'lifeguard.smsMaxPrice': '' },
        installed: true,
      },
    });
  });

  it('reads JSON', () => {
    expect(readPoolFile('{"policy": {"smsMfa": false}, "spend": {"smsPerHour": 100}}')).toEqual({
      ok: true,
      file: { policy: { 'lifeguard.smsMfa': 'false' }, spend: { 'lifeguard.smsPerHour': '100' }, installed: false },
    });
  });

  it.each([
    ['a setting that there is not', 'policy: {smsMFA: true}', 'The section policy has no smsMFA: did you mean smsMfa?'],
    ['a section that there is not', 'polcy: {}', 'The file has no polcy: did you mean policy?'],
    [
      'a setting in the wrong section',
      'policy: {smsMonthlyLimit: 1}',
      /^The section policy has no smsMonthlyLimit: it has /,
    ],
    ['a list', 'policy: {smsMfa: [true]}', 'policy.smsMfa takes one value: write a text behind it.'],
    ['a section without settings', 'spend: none', /^The section spend holds no settings/],
    ['an empty file', '', /^The file holds no settings/],
    ['taking the step away', 'installed: false', /lifeguard uninstall/],
    ['a setting that is given twice', 'policy:\n  smsMfa: true\n  smsMfa: false', /^Line 3: /],
    ['what is no YAML', 'policy: {', /^Line 1: /],
    ['two documents', 'policy: {}\n---\npolicy: {}', /^Line /],
  ])('refuses %s in one sentence', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  });

  it('names all that is wrong at once', () => {
    expect(problemsOf('policy: {smsMFA: true, softwareToken: true}\nspent: {}')).toHaveLength(3);
  });

  it('never throws, whatever stands there', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readPoolFile(text)));
  });
});

describe('formatPoolFile', () => {
  it('writes what it reads', () => {
    const spend = { 'lifeguard.smsMonthlyLimit': '1.00', 'lifeguard.smsMaxPrice': '' };
    for (const smsAuthenticationMessage of ['Code: {####}', '# {####}\n "x": - true', ' {####} ', 'null {####}']) {
      for (const installed of [true, false]) {
        const policy = formatPoolPolicy({ ...DEFAULT_POOL_POLICY, smsAuthenticationMessage });
        const file = { policy, spend, installed };
        expect(readPoolFile(formatPoolFile(file))).toEqual({ ok: true, file });
      }
    }
  });
});
