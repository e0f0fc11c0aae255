import { ImportRefusal } from './import-refusal.ts';

/** Values by field number, in the order of the message: bytes for texts and messages, numbers for varints. */
export interface ProtobufMessage {
  readonly bytes: ReadonlyMap<number, readonly Uint8Array[]>;
  /** As signed 64-bit numbers, which is how int32, int64 and enums are written. */
  readonly varints: ReadonlyMap<number, number>;
}

const MAX_VARINT_BYTES = 10;

/**
 * Reads one message; unknown fields are passed over.
 * @see https://protobuf.dev/programming-guides/encoding/
 * @throws ImportRefusal `corrupt`
 */
export function parseProtobuf(message: Uint8Array): ProtobufMessage {
  const bytes = new Map<number, Uint8Array[]>();
  const varints = new Map<number, number>();
  let offset = 0;

  function take(length: number): Uint8Array {
    if (length < 0 || length > message.length - offset) throw new ImportRefusal('corrupt');
    offset += length;
    return message.subarray(offset - length, offset);
  }
  function varint(): number {
    let value = 0n;
    for (let place = 0; place < MAX_VARINT_BYTES; place += 1) {
      const byte = take(1)[0] ?? 0;
      value |= BigInt(byte & 0x7f) << BigInt(7 * place);
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
    throw new ImportRefusal('corrupt');
  }

  function append(field: number, value: Uint8Array): void {
    const values = bytes.get(field);
    if (values === undefined) bytes.set(field, [value]);
    else values.push(value);
  }

  while (offset < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    if (field < 1) throw new ImportRefusal('corrupt');
    const wireType = tag % 8;
    if (wireType === 0) varints.set(field, varint());
    else if (wireType === 1) take(8);
    else if (wireType === 2) append(field, take(varint()));
    else if (wireType === 5) take(4);
    else throw new ImportRefusal('corrupt');
  }
  return { bytes, varints };
}
