import { ImportRefusal } from '../import-refusal.ts';
import { requirePassword } from '../importer.ts';
import { crc32 } from './crc32.ts';
import { inflate } from './inflate.ts';
import { decryptWinZipAes } from './win-zip-aes.ts';
import { decryptZipCrypto } from './zip-crypto.ts';
import type { ZipMember } from './zip-directory.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const STORED = 0;
const DEFLATED = 8;

/**
 * The content of a member.
 * @throws ImportRefusal `password-required`, `wrong-password`, `unsupported-encryption` or `corrupt`
 */
export async function openZipMember(member: ZipMember, password: string | undefined): Promise<Bytes> {
  if (member.method !== STORED && member.method !== DEFLATED) throw new ImportRefusal('unsupported-encryption');
  const packed = await decrypt(member, password);
  try {
    const content = member.method === STORED ? packed : await inflate(packed, member.size);
    const hasCrc = typeof member.encryption === 'string' || !member.encryption.hasNoCrc;
    if (content.length !== member.size || (hasCrc && crc32(content) !== member.crc32))
      throw new ImportRefusal('corrupt');
    return content;
  } catch (cause) {
    // Nothing but the content tells whether the password of the traditional encryption was right.
    throw member.encryption === 'zip-crypto' ? new ImportRefusal('wrong-password', { cause }) : cause;
  }
}

async function decrypt({ encryption, data, checkBytes }: ZipMember, password: string | undefined): Promise<Bytes> {
  if (encryption === 'none') return data;
  const offered = requirePassword(password);
  const plaintext =
    encryption === 'zip-crypto'
      ? decryptZipCrypto(data, offered, checkBytes)
      : await decryptWinZipAes(data, offered, encryption);
  if (plaintext === undefined) throw new ImportRefusal('wrong-password');
  return plaintext;
}
