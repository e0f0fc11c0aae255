export interface PercentDecoded {
  readonly text: string;
  /** Whether anything was left as it stood because it is no percent-encoded UTF-8. */
  readonly malformed: boolean;
}

// A percent sign with all that may belong to it: one UTF-8 sequence by its length, else the sign alone.
const ESCAPE =
  /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}|%/gi;

/** Decodes once. What can't be decoded (`100%`, Latin-1 `%E9`) stays as text, so that a name is never lost. */
export function percentDecode(encoded: string): PercentDecoded {
  let malformed = false;
  const text = encoded.replace(ESCAPE, (escape) => {
    const character = decodeSequence(escape);
    if (character === undefined) malformed = true;
    return character ?? escape;
  });
  return { text, malformed };
}

function decodeSequence(escape: string): string | undefined {
  // A lone sign: thousands of them would cost an exception each.
  if (escape === '%') return undefined;
  try {
    return decodeURIComponent(escape);
  } catch (error) {
    // Overlong forms and surrogates: RFC 3629 section 3.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
