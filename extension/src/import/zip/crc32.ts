// The polynomial of ISO 3309, bit by bit for each byte.
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** One step, as an unsigned number, without the inversions before and after. */
export function crc32Step(crc: number, byte: number): number {
  return ((TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;
}

/** The check value that archives keep, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  return ~bytes.reduce(crc32Step, 0xffffffff) >>> 0;
}
