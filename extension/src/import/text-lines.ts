/** A line that says something. */
export interface TextLine {
  /** Without blanks at its ends. */
  readonly content: string;
  /** Its number in the text, from 1. */
  readonly line: number;
}

/** The lines of a text that say something: neither empty ones nor comments, which begin with `#`. */
export function significantLines(text: string): readonly TextLine[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((content, index) => ({ content: content.trim(), line: index + 1 }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'));
}
