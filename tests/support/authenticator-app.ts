import { createHmac } from 'node:crypto';
import { rememberSecret } from './evidence.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const PERIOD_IN_SECONDS = 30;

/** A person's phone: RFC 6238 once more, on node:crypto alone, so that the product's code never checks itself. */
export interface AuthenticatorApp {
  /** @param stepsAhead 0 is the code of this moment, 1 the one after it */
  code(stepsAhead?: number): Promise<string>;
  /** A code that is wrong now, just before and just after. */
  wrongCode(): Promise<string>;
}

export async function authenticatorApp(secretBase32: string): Promise<AuthenticatorApp> {
  const secret = secretBase32.replace(/\s/g, '');
  await rememberSecret(secret);
  const codeAt = (steps: number) =>
    hotp(decodeBase32(secret), Math.floor(Date.now() / 1000 / PERIOD_IN_SECONDS) + steps);
  return {
    async code(stepsAhead = 0) {
      const code = codeAt(stepsAhead);
      await rememberSecret(code);
      return code;
    },
    async wrongCode() {
      const near = [-2, -1, 0, 1, 2].map(codeAt);
      return (
        ['111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !near.includes(code)) ?? '777777'
      );
    },
  };
}

/** The app that a set-up link was opened in. */
export async function appOf(setupLink: string): Promise<AuthenticatorApp> {
  return authenticatorApp(new URL(setupLink).searchParams.get('secret') ?? '');
}

/** RFC 4226 section 5.3 with HMAC-SHA-1 and six digits. */
export function hotp(key: Buffer, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', key).update(message).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** RFC 4648 section 6, without padding. */
export function decodeBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** RFC 4648 section 6, without padding. */
export function encodeBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}
