import { randomBytes } from 'node:crypto';
import { rememberSecret } from './evidence.ts';
import type { TestBed, TestUser } from './test-bed.ts';

/** Gives a user an authenticator as if enrolled long ago, and returns the link that sets it up in an app. */
export async function giveAuthenticator(bed: TestBed, { id, username }: TestUser): Promise<string> {
  const secretBase32 = randomSecret();
  await rememberSecret(secretBase32);
  const totp = { subType: 'totp', digits: 6, counter: 0, period: 30, algorithm: 'HmacSHA1', secretEncoding: 'BASE32' };
  const credential = {
    type: 'otp',
    userLabel: 'phone',
    secretData: JSON.stringify({ value: secretBase32 }),
    credentialData: JSON.stringify(totp),
  };
  await bed.pool.client.users.update({ id }, { credentials: [credential] });
  return setupLink({ issuer: bed.realm, account: username, secretBase32 });
}

/** 160 bits, as RFC 4226 section 4 recommends. */
export function randomSecret(): string {
  return [...randomBytes(32)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('');
}

interface SetupLink {
  readonly issuer: string;
  readonly account: string;
  readonly secretBase32: string;
}

/** https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function setupLink({ issuer, account, secretBase32 }: SetupLink): string {
  return `otpauth://totp/${issuer}:${account}?secret=${secretBase32}&issuer=${issuer}`;
}
