import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const ID_LENGTH = 36;

/** Keys of this server, of which every realm has its own. */
export class Sealer {
  private readonly serverKey = randomBytes(32);

  /** AES-256-GCM; the id of the realm stands before it, readable and authenticated. */
  seal(realmId: string, text: string): string {
    const nonce = randomBytes(NONCE_LENGTH);
    const id = Buffer.from(realmId.padEnd(ID_LENGTH));
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(realmId), nonce).setAAD(id);
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([id, nonce, encrypted, cipher.getAuthTag()]).toString('base64url');
  }

  /** Undefined for whatever was not sealed here. */
  unseal(sealed: string): { readonly realmId: string; readonly text: string } | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < ID_LENGTH + NONCE_LENGTH + TAG_LENGTH || bytes.toString('base64url') !== sealed)
      return undefined;
    const id = bytes.subarray(0, ID_LENGTH);
    const realmId = id.toString().trimEnd();
    const nonce = bytes.subarray(ID_LENGTH, ID_LENGTH + NONCE_LENGTH);
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(realmId), nonce).setAAD(id);
    decipher.setAuthTag(bytes.subarray(-TAG_LENGTH));
    try {
      const encrypted = bytes.subarray(ID_LENGTH + NONCE_LENGTH, -TAG_LENGTH);
      return { realmId, text: decipher.update(encrypted).toString('utf8') + decipher.final('utf8') };
    } catch {
      return undefined;
    }
  }

  private keyOf(realmId: string): Buffer {
    return createHmac('sha256', this.serverKey).update(realmId).digest();
  }
}
