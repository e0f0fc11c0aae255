import { ImportRefusal } from './import-refusal.ts';

/** A file as the importers look at it. */
export interface ExportContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The name of the file or the empty text: a hint where content alone can't tell. */
  readonly fileName: string;
  /** Whether somebody offers a password for it: the same kind of hint. */
  readonly hasPassword: boolean;
  /** Absent for a binary file. */
  readonly text?: string;
  /** The value of a JSON text. */
  readonly json?: unknown;
}

// Larger than any vault with its icons, and small enough to be held in memory a few times.
const MAX_BYTES = 64 * 1024 * 1024;
const LOOKS_LIKE_JSON = /^\s*[[{]/;
const LINE_CONTROLS = [0x09, 0x0a, 0x0d];
const MAX_NON_ASCII_SHARE = 0.3;
const BYTE_ORDER_MARKS = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
// Texts have line feeds, tabs and the like, and none of the other controls.
// oxlint-disable-next-line no-control-regex -- the controls are what is looked for
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * Finds out whether a file is text or JSON.
 * @throws ImportRefusal `empty`, `unknown-encoding`, or `corrupt` for what begins as JSON and isn't
 */
export function parseExportContent(file: Pick<ExportContent, 'bytes' | 'fileName' | 'hasPassword'>): ExportContent {
  const { bytes } = file;
  if (bytes.length > MAX_BYTES) throw new ImportRefusal('unknown-format');
  const text = decodeText(bytes);
  if (text === undefined && looksLikeOtherText(bytes)) throw new ImportRefusal('unknown-encoding');
  if (text === undefined) return file;
  if (text.trim() === '') throw new ImportRefusal('empty');
  if (!LOOKS_LIKE_JSON.test(text)) return { ...file, text };
  return { ...file, text, json: parseJson(text) };
}

/** Text in an encoding of one byte a character, or in UTF-16 without a mark: nothing tells which one it is. */
function looksLikeOtherText(bytes: Uint8Array): boolean {
  const controls = bytes.filter((byte) => byte < 0x20 && !LINE_CONTROLS.includes(byte)).length;
  const zeros = bytes.filter((byte) => byte === 0).length;
  const nonAscii = bytes.filter((byte) => byte > 0x7e).length;
  // In UTF-16, every other byte of an ASCII text is a zero.
  return controls === zeros && zeros <= bytes.length / 2 && nonAscii <= bytes.length * MAX_NON_ASCII_SHARE;
}

/** @throws ImportRefusal `corrupt` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A RangeError for too deep a nesting is damage too.
    throw new ImportRefusal('corrupt', { cause });
  }
}

/** UTF-8, or UTF-16 with a byte order mark; `undefined` for binary content. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, place) => bytes[place] === byte));
  try {
    const text = new TextDecoder(marked?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
    return BINARY.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
