import { createHmac } from 'node:crypto';
import { decodeBase32 } from '../support/authenticator-app.ts';
import { randomSecret } from '../support/ready-authenticator.ts';

const STEP_IN_MILLIS = 30_000;

/** An account for one trial, whose codes begin with zero: each page gets a fresh one, because a code is given to one page only. */
export function trialAccount(digits: number, name: string) {
  const step = Math.floor(Date.now() / STEP_IN_MILLIS);
  for (;;) {
    const secretBase32 = randomSecret();
    const codes = [step, step + 1].map((counter) => hotp(secretBase32, counter, digits));
    if (!codes.every((code) => code.startsWith('0'))) continue;
    const uri = `otpauth://totp/${encodeURIComponent(`Corpus:${name}`)}?secret=${secretBase32}&issuer=Corpus&digits=${digits}`;
    return { uri, codes };
  }
}

/** RFC 4226 section 5.3 with HMAC-SHA-1. */
function hotp(secretBase32: string, counter: number, digits: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', decodeBase32(secretBase32)).update(message).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}
