const FIELD_SEPARATOR = ',';
const QUOTE = '"';

/**
 * The rows of a CSV text: fields in quotes may hold separators, line ends and doubled quotes. Empty lines are none.
 * @see RFC 4180 section 2
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let offset = 0;
  while (offset < text.length) {
    const field = text[offset] === QUOTE ? readQuoted(text, offset) : readPlain(text, offset);
    row.push(field.value);
    offset = field.end;
    if (text[offset] === FIELD_SEPARATOR) {
      offset += 1;
      // A separator at the end of the text has an empty field behind it.
      if (offset < text.length) continue;
      row.push('');
    }
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
    offset += text.startsWith('\r\n', offset) ? 2 : 1;
  }
  return rows;
}

interface Field {
  readonly value: string;
  /** Where the separator or the line end behind it is. */
  readonly end: number;
}

const PLAIN_END = /[,\r\n]/g;

function readPlain(text: string, start: number): Field {
  PLAIN_END.lastIndex = start;
  const end = PLAIN_END.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field {
  const parts: string[] = [];
  let offset = start + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, offset);
    parts.push(text.slice(offset, quote < 0 ? text.length : quote));
    if (quote < 0) return { value: parts.join(''), end: text.length };
    offset = quote + 1;
    if (text[offset] !== QUOTE) break;
    parts.push(QUOTE);
    offset += 1;
  }
  // What stands between the closing quote and the separator belongs to no rule; it is kept as text.
  const rest = readPlain(text, offset);
  return { value: parts.join('') + rest.value, end: rest.end };
}
