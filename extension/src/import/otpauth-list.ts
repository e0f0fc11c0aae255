import { collectEntries } from './collect-entries.ts';
import type { EntryResult, ImportedExport } from './import-result.ts';
import type { Importer } from './importer.ts';
import { readOtpUri } from './read-otp-text.ts';
import { significantLines } from './text-lines.ts';

const OTPAUTH_LINE = /^[ \t]*otpauth:\/\//im;
const TRASHED = /"trashed"\s*:\s*true/;

/**
 * One otpauth URI a line, as many apps write them: Aegis, Ente, Stratum, WinAuth, 2FAuth. Empty lines and those that
 * begin with `#` are none.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export const otpauthList: Importer = {
  format: 'otpauth-list',
  recognizes: ({ text = '' }) => OTPAUTH_LINE.test(text),
  read: ({ text = '' }) => readOtpauthLines(text),
};

/** Reads the lines of a text; places are the numbers of its lines. */
export function readOtpauthLines(text: string): ImportedExport {
  const lines = significantLines(text);
  return collectEntries(
    lines.map(({ content }) => readLine(content)),
    (index) => ({ line: lines[index]?.line ?? 0 }),
  );
}

function readLine(line: string): EntryResult {
  const result = readOtpUri(line);
  if (result.kind !== 'entry') return result;
  return { kind: 'entry', entry: { ...result.entry, trashed: isTrashed(line) } };
}

/** Ente's own parameter: JSON with how the app shows the code. */
function isTrashed(uri: string): boolean {
  const display = /[?&]codeDisplay=([^&#]*)/.exec(uri)?.[1] ?? '';
  try {
    return TRASHED.test(decodeURIComponent(display));
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
