import { describe, expect, it } from 'vitest';
import { formatCsv, formatTable, readFormat } from './print-table.ts';

describe('a table', () => {
  it('lines its columns up', () => {
    expect(formatTable({ columns: ['day', 'texts'], rows: [['2026-11-25', '3']] })).toBe(
      'day         texts\n2026-11-25  3',
    );
  });

  it('keeps control characters out of the terminal', () => {
    expect(formatTable({ columns: ['reason'], rows: [['\u001b[31mred\nline']] })).toBe('reason\n [31mred line');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+14155550123', "'+14155550123"],
    ['plain', 'plain'],
  ])('as CSV has the field %j', (field, written) => {
    expect(formatCsv({ columns: ['c'], rows: [[field]] })).toBe(`c\r\n${written}`);
  });

  it('comes in no other format', () => {
    expect(() => readFormat({ format: 'xml' })).toThrow('--format takes table, csv, json');
  });
});
