export type DocumentsResult =
  | { readonly ok: true; readonly documents: readonly unknown[] }
  | { readonly ok: false; readonly reason: 'empty' | 'no-json' };

/**
 * Reads what a shell has written into one file: JSON, or several texts of JSON one behind the other, as `>>` makes them. PowerShell writes
 * UTF-16 with a byte order mark.
 */
export function readDocuments(bytes: Uint8Array): DocumentsResult {
  const text = decode(bytes).trim();
  if (text === '') return { ok: false, reason: 'empty' };
  const documents: unknown[] = [];
  for (const part of splitDocuments(text)) {
    try {
      documents.push(JSON.parse(part));
    } catch (error) {
      if (error instanceof SyntaxError) return { ok: false, reason: 'no-json' };
      throw error;
    }
  }
  return { ok: true, documents };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The texts of objects and lists that stand one behind the other; a text that is none of these is handed on whole. */
function splitDocuments(text: string): readonly string[] {
  const parts: string[] = [];
  let begin = 0;
  let depth = 0;
  // Only these matter outside of strings, so that the rest of a long text is passed over at once.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]+|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    if (token !== '}' && token !== ']') continue;
    depth -= 1;
    if (depth > 0) continue;
    parts.push(text.slice(begin, index + 1));
    begin = index + 1;
  }
  const rest = text.slice(begin).trim();
  return rest === '' ? parts : [...parts, rest];
}
