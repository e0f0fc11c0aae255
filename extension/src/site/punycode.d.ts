/** The package brings no types. */
declare module 'punycode/punycode.es6.js' {
  /** A host name with its labels of Punycode (RFC 3492) in letters. */
  export function toUnicode(host: string): string;
}
