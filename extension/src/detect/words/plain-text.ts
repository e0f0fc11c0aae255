// Accents of Latin, Greek and Cyrillic letters; the points and short vowels of Hebrew and Arabic, which are often left out.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0655]|\u0640/g;

// Unicode has no decomposition of these.
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss' };

/**
 * Text for people as words: in lower case, without accents, full-width letters as narrow ones, and one blank for all that
 * is no letter or digit, with a blank at both ends.
 */
export function plainText(text: string): string {
  // Most texts of most pages, and ten times as fast.
  if (!/[^\p{ASCII}]/u.test(text))
    return ` ${text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim()} `.replace('  ', ' ');
  const letters = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ıłđøß]/g, (letter) => PLAIN_LETTERS[letter]!);
  return ` ${letters.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `.replace('  ', ' ');
}

/**
 * The words of names for programs, such as `user[totpCode-0]`, in the same form: ` user totp code 0 `. A digit stays with the
 * letters that follow it, so that `2fa` is one word.
 */
export function attributeWords(attributes: string): string {
  return plainText(
    attributes
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\p{L})(\d)/gu, '$1 $2'),
  );
}
