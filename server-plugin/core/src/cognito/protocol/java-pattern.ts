const JAVA_SPACE = ' \\t\\n\\x0B\\f\\r';

/**
 * A pattern of the model as JavaScript has it. Java matches wholly, has a narrower `\s`, and knows `\p` without a flag.
 * @see java.util.regex.Pattern
 */
export function javaPattern(pattern: string): RegExp {
  const source = pattern
    .replace('(?s).', '[\\s\\S]')
    .replaceAll('[\\S]', `[^${JAVA_SPACE}]`)
    // Only ever in a class.
    .replace(/\\s(?!\\S)/g, JAVA_SPACE);
  return new RegExp(`^(?:${source})$`, pattern.includes('\\p{') ? 'u' : '');
}
