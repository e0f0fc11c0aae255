/** A text that looks like a code: groups of letters and digits, all of one length. */
export interface ShapedCode {
  readonly text: string;
  readonly groups: readonly string[];
  /** The same for all codes of a list. */
  readonly shape: string;
}

const MIN_LENGTH = 6;
const MIN_GROUP = 3;
const MAX_LENGTH = 128;
const SEPARATOR = /[-\u2010-\u2015 ]/;
const SEPARATORS = new RegExp(SEPARATOR, 'g');
const LETTERS_AND_DIGITS = /^[A-Za-z\d]+$/;
/** As the words of menus and buttons are written. */
const CAPITALIZED = /^[A-Z][a-z]+$/;
const CELLS = /[\t,;|\u3001\uff0c]|\s{3,}/;
/** "3.", "(3)", "3:", "Code 3:", or the point of a list. */
const NUMBERED =
  /^(?:[•◦▪■□☐✓*–-]\s+|\(?\d{1,2}[.):\]]\s*(?!\d)|\d{1,2}[.):\]]\s+|#\d{1,2}:?\s+|\p{L}{2,12} #?\d{1,2}[:.]\s+|\d{1,2}\s+(?=\S{6}))/u;
/** "Unused", "Not used yet", "Copy": what a row of a table says of its code. */
const REMARK = /^[\p{L}\p{M}][\p{L}\p{M} ]{0,23}$/u;
const NUMBER_ALONE = /^[(#]?\d{1,2}[.):\]]?$|^[•◦▪■□☐✓*–-]$/u;

/**
 * The codes of a line that has nothing else but numbers in front of them, or is the row of a table with one code and a remark; `undefined`
 * for a line that says something.
 */
export function codesInLine(line: string): readonly ShapedCode[] | undefined {
  const cells = line
    .split(CELLS)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !NUMBER_ALONE.test(cell));
  const found = cells.map((cell) => codesInCell(withoutNumber(cell)));
  if (line.includes('\t') && cells.length === 2 && found[0]?.length === 1 && REMARK.test(cells[1]!)) return found[0];
  return found.every((codes) => codes !== undefined) ? found.flat() : undefined;
}

/** A line without the number, or the point, that begins it in a list. */
export function withoutNumber(line: string): string {
  return line.replace(NUMBERED, '').trim();
}

/** Blanks part codes where what they part could be one; else they part the groups of one code. */
function codesInCell(cell: string): readonly ShapedCode[] | undefined {
  const whole = shapedCode(cell);
  const words = cell.split(/\s+/);
  if (words.length === 1) return whole && [whole];
  const codes = words.map(shapedCode).filter((code) => code !== undefined);
  if (codes.length === words.length) return codes;
  return whole && [whole];
}

function shapedCode(text: string): ShapedCode | undefined {
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) return undefined;
  const groups = text.split(SEPARATOR);
  const [first = ''] = groups;
  const isOne = groups.length === 1 || first.length >= MIN_GROUP;
  const isShaped = groups.every((group) => group.length === first.length && LETTERS_AND_DIGITS.test(group));
  if (!isOne || !isShaped || groups.join('').length < MIN_LENGTH || groups.some(isWord)) return undefined;
  return { text, groups, shape: `${groups.length}x${first.length}${separatorsOf(text)}` };
}

/** A code with blanks in it has no dashes. */
function separatorsOf(text: string): string {
  return [...new Set(text.match(SEPARATORS))].join('');
}

function isWord(group: string): boolean {
  return group.length > 1 && CAPITALIZED.test(group);
}
