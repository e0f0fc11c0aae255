export type SecretWarning = 'looks-like-hex' | 'secret-too-short';

export interface SecretRefusal {
  readonly ok: false;
  readonly error: 'missing-secret' | 'bad-secret';
  /** One sentence for people. It tells a position in the secret and never a part of it. */
  readonly message: string;
  readonly hint?: 'looks-like-hex';
}

export type SecretResult =
  | { readonly ok: true; readonly secretBase32: string; readonly warnings: readonly SecretWarning[] }
  | SecretRefusal;

const MAX_LENGTH = 16_384;
// Blanks and every kind of dash: people and pages write secrets in groups.
const SEPARATORS = /[\s\-\u2010-\u2015\u2212]/g;
// Without the flags `i` and `u`, under which ı and ſ would pass for I and S.
const NEITHER_BASE32_NOR_SEPARATOR = /[^A-Za-z2-7\s\-\u2010-\u2015\u2212]/;
// Twelve of the 32 characters are also hexadecimal digits: a random secret of this length is never made of those alone.
const HEX = /^[0-9A-Fa-f]{16,}$/;
// Two characters are the first that hold a whole byte.
const MIN_CHARACTERS = 2;
// 80 bits, the least that services hand out. RFC 4226 section 4 (R6) asks for 128, and most of the big ones don't obey.
const SHORT_CHARACTERS = 16;

/**
 * Reads a secret as people paste it: any case, in groups, with or without padding. Other characters are refused and not
 * guessed at, because a wrong guess gives wrong codes.
 * @see RFC 4648 section 6
 */
export function parseSecretBase32(text: string): SecretResult {
  if (text.length > MAX_LENGTH) return badSecret('The secret is too long to be one.');
  const unpadded = withoutPadding(text);
  const secret = unpadded.replace(SEPARATORS, '');
  if (secret === '') return { ok: false, error: 'missing-secret', message: 'The secret is missing.' };

  const wrong = NEITHER_BASE32_NOR_SEPARATOR.exec(unpadded);
  if (wrong !== null) {
    if (HEX.test(secret)) {
      return {
        ...badSecret('The secret looks like hexadecimal; ask the service for it in Base32.'),
        hint: 'looks-like-hex',
      };
    }
    return badSecret(
      `The secret may only have the letters A to Z and the digits 2 to 7; look at character ${wrong.index + 1}.`,
    );
  }
  if (secret.length < MIN_CHARACTERS) return badSecret('The secret is cut off: one character is not enough.');

  const warnings: SecretWarning[] = [];
  if (secret.length < SHORT_CHARACTERS) warnings.push('secret-too-short');
  if (HEX.test(secret)) warnings.push('looks-like-hex');
  return { ok: true, secretBase32: secret.toUpperCase(), warnings };
}

// A loop, because /[=\s]+$/ takes quadratic time on a text with many inner runs.
function withoutPadding(text: string): string {
  let end = text.length;
  while (/[=\s]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function badSecret(message: string): SecretRefusal {
  return { ok: false, error: 'bad-secret', message };
}
