import { OperatorError } from '../operator-error.ts';

/** A table of texts, every row as long as `columns`. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FORMATS = ['table', 'csv', 'json'] as const;

export type TableFormat = (typeof FORMATS)[number];

/** The option of commands that print a table. */
export const formatArg = {
  format: { type: 'string', valueHint: FORMATS.join('|'), default: 'table', description: 'How it is printed' },
} as const;

/** @throws {OperatorError} for a format that there is not */
export function readFormat({ format }: { readonly format?: string | undefined }): TableFormat {
  const known = FORMATS.find((name) => name === format);
  if (known === undefined) throw new OperatorError('usage', `--format takes ${FORMATS.join(', ')}.`);
  return known;
}

/** @param options `json`: what is printed as JSON, where numbers stay numbers */
export function printTable(
  table: Table,
  { format, json }: { readonly format: TableFormat; readonly json: unknown },
): void {
  if (format === 'json') console.log(JSON.stringify(json));
  else console.log(format === 'csv' ? formatCsv(table) : formatTable(table));
}

/** RFC 4180. A field that a spreadsheet would take for a formula gets an apostrophe in front. */
export function formatCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n');
}

function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Columns are as wide as their widest text; the last one is not filled up. */
export function formatTable({ columns, rows }: Table): string {
  const widths = columns.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => oneLine(row[column] ?? '').length)),
  );
  return [columns, ...rows]
    .map((row) =>
      row
        .map((text, column) => oneLine(text).padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Control characters of a text that somebody else wrote stay out of the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
