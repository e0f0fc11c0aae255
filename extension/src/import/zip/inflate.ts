import { concatBytes } from '../bytes.ts';
import { ImportRefusal } from '../import-refusal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

// A vault as text; a bomb is larger.
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Inflates a raw stream up to its size and not further.
 * @see RFC 1951
 * @throws ImportRefusal `corrupt`
 */
export async function inflate(deflated: Bytes, size: number): Promise<Bytes> {
  if (size > MAX_BYTES) throw new ImportRefusal('corrupt');
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      chunks.push(chunk.value);
      length += chunk.value.length;
      if (length > size) throw new ImportRefusal('corrupt');
    }
  } catch (cause) {
    await reader.cancel().catch(() => undefined);
    throw new ImportRefusal('corrupt', { cause });
  }
  return concatBytes(...chunks);
}
