/** A field of a message: bytes for texts and messages, whole numbers from 0 for varints. */
export type ProtobufField = readonly [number: number, value: Uint8Array | number];

const VARINT = 0;
const BYTES = 2;

/**
 * Writes one message.
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function writeProtobuf(fields: readonly ProtobufField[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([number, value]) =>
      typeof value === 'number'
        ? [...varint(number * 8 + VARINT), ...varint(value)]
        : [...varint(number * 8 + BYTES), ...varint(value.length), ...value],
    ),
  );
}

function varint(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}
