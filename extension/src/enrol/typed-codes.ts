import { codesInLine, withoutNumber } from './code-shape.ts';

/** So many alike are the list of a file; what else stands there speaks of them. */
const MIN_LISTED = 2;

/**
 * The recovery codes in a text that the user gives, such as a site's file: each once, without the numbers of their lines. Of a text without
 * a list of codes every line is one, because the user says so.
 */
export function typedCodes(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const listed = lines.flatMap((line) => codesInLine(line) ?? []).map((code) => code.text);
  return [...new Set(listed.length >= MIN_LISTED ? listed : lines.map(withoutNumber))].filter((code) => code !== '');
}
