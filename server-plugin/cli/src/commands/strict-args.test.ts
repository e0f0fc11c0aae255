import { parseArgs } from 'citty';
import { describe, expect, it } from 'vitest';
import { refuseUnknown } from './strict-args.ts';

const known = {
  username: { type: 'positional', required: true },
  'dry-run': { type: 'boolean' },
  sms: { type: 'string' },
} as const;

function parse(...words: string[]): void {
  refuseUnknown(parseArgs(words, known), known);
}

describe('refuseUnknown', () => {
  it('accepts what the command knows, in both spellings of citty', () => {
    expect(() => parse('ann', '--dry-run', '--sms', 'on')).not.toThrow();
    expect(() => parse('ann', '--dryRun')).not.toThrow();
  });

  it('refuses a misspelt option, which citty would ignore', () => {
    expect(() => parse('ann', '--dryrun')).toThrow('no option --dryrun');
    expect(() => parse('ann', '--no-such')).toThrow('no option --such');
  });

  it('refuses a word too many', () => {
    expect(() => parse('ann', 'bob')).toThrow('"bob" is one word too many');
  });
});
