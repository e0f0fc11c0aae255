/**
 * The words of an attribute such as `user[totpCode-0]`, in lower case between blanks: ` user totp code 0 `. A digit
 * stays with the letters that follow it, so that `2fa` is one word.
 */
export function attributeWords(...attributes: readonly string[]): string {
  const words = attributes
    .join(' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .toLowerCase()
    .trim();
  return ` ${words} `;
}

/** Text for people, in lower case and with single blanks. */
export function plainText(...texts: readonly string[]): string {
  return ` ${texts.join(' ').replace(/\s+/g, ' ').trim().toLowerCase()} `;
}
