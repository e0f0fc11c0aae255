import { ImportRefusal } from '../import-refusal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of an archive, as the archive's directory describes it. */
export interface ZipMember {
  readonly name: string;
  readonly encryption: 'none' | 'zip-crypto' | WinZipAes;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc32: number;
  /** What an encrypted member without AES begins with says one of these bytes: APPNOTE section 6.1.6. */
  readonly checkBytes: readonly number[];
  /** In bytes, as the directory says. */
  readonly size: number;
  readonly data: Bytes;
}

/** @see https://www.winzip.com/en/support/aes-encryption/ */
export interface WinZipAes {
  readonly keyLengthInBytes: 16 | 24 | 32;
  /** Whether the CRC was left empty, which is so from version 2. */
  readonly hasNoCrc: boolean;
}

const LOCAL_HEADER = { signature: 0x04034b50, length: 30 } as const;
const DIRECTORY_HEADER = { signature: 0x02014b50, length: 46 } as const;
const END = { signature: 0x06054b50, length: 22 } as const;
const MAX_COMMENT_LENGTH = 0xffff;
const ENCRYPTED = 1;
const AES_METHOD = 99;
const AES_EXTRA = 0x9901;
const AES_KEY_LENGTHS = [16, 24, 32] as const;

/** Whether the bytes begin as those of an archive, which may be empty. */
export function isZip(bytes: Bytes): boolean {
  const signature = bytes.length < END.length ? 0 : viewOf(bytes).getUint32(0, true);
  return signature === LOCAL_HEADER.signature || signature === END.signature;
}

/**
 * Reads the directory of an archive; nothing is decrypted or inflated.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * @throws ImportRefusal `corrupt`
 */
export function readZipDirectory(bytes: Bytes): readonly ZipMember[] {
  const view = viewOf(bytes);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    const members: ZipMember[] = [];
    let offset = view.getUint32(end + 16, true);
    for (let place = 0; place < count; place += 1) {
      if (view.getUint32(offset, true) !== DIRECTORY_HEADER.signature) throw new ImportRefusal('corrupt');
      members.push(readMember(bytes, view, offset));
      offset += DIRECTORY_HEADER.length + [28, 30, 32].reduce((sum, at) => sum + view.getUint16(offset + at, true), 0);
    }
    return members;
  } catch (cause) {
    // A place outside of the file.
    if (cause instanceof RangeError) throw new ImportRefusal('corrupt', { cause });
    throw cause;
  }
}

function viewOf({ buffer, byteOffset, length }: Bytes): DataView {
  return new DataView(buffer, byteOffset, length);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END.length;
  for (let offset = last; offset >= Math.max(0, last - MAX_COMMENT_LENGTH); offset -= 1) {
    if (view.getUint32(offset, true) === END.signature) return offset;
  }
  throw new ImportRefusal('corrupt');
}

function readMember(bytes: Bytes, view: DataView, offset: number): ZipMember {
  const word = (at: number): number => view.getUint16(offset + at, true);
  const long = (at: number): number => view.getUint32(offset + at, true);
  const nameEnd = offset + DIRECTORY_HEADER.length + word(28);
  const crc32 = long(16);
  const local = long(42);
  if (view.getUint32(local, true) !== LOCAL_HEADER.signature) throw new ImportRefusal('corrupt');
  const dataStart = local + LOCAL_HEADER.length + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = bytes.subarray(dataStart, dataStart + long(20));
  if (data.length !== long(20)) throw new ImportRefusal('corrupt');
  const aes = word(10) === AES_METHOD ? readAesExtra(view, nameEnd, nameEnd + word(30)) : undefined;
  return {
    name: new TextDecoder().decode(bytes.subarray(offset + DIRECTORY_HEADER.length, nameEnd)),
    encryption: aes?.encryption ?? ((word(8) & ENCRYPTED) === 0 ? 'none' : 'zip-crypto'),
    method: aes?.method ?? word(10),
    crc32,
    checkBytes: [crc32 >>> 24, word(12) >>> 8],
    size: long(24),
    data,
  };
}

function readAesExtra(view: DataView, start: number, end: number): { encryption: WinZipAes; method: number } {
  for (let offset = start; offset + 4 <= end; offset += 4 + view.getUint16(offset + 2, true)) {
    if (view.getUint16(offset, true) !== AES_EXTRA) continue;
    const keyLengthInBytes = AES_KEY_LENGTHS[view.getUint8(offset + 8) - 1];
    if (keyLengthInBytes === undefined) break;
    const hasNoCrc = view.getUint16(offset + 4, true) >= 2;
    return { encryption: { keyLengthInBytes, hasNoCrc }, method: view.getUint16(offset + 9, true) };
  }
  throw new ImportRefusal('corrupt');
}
