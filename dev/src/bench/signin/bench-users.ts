import { randomBytes } from 'node:crypto';
import { hotpCode, OTP_DEFAULTS, type OtpKey } from '@lifeguard/shared/otp';
import { USER_ATTRIBUTES } from '@lifeguard/shared/mfa';
import type { SignInKind } from './signin-kinds.ts';

export interface BenchUser {
  readonly username: string;
  readonly password: string;
  readonly phoneNumber: string;
  readonly key: OtpKey;
  /** The time step of the last code that was used: Keycloak takes each once. */
  lastStep: number;
}

export function makeUsers(count: number): readonly BenchUser[] {
  return Array.from({ length: count }, (_, index) => ({
    username: `user-${index}`,
    password: `password-${index}`,
    phoneNumber: `+1415${5_550_000 + index}`,
    key: {
      ...OTP_DEFAULTS,
      type: 'totp',
      issuer: '',
      account: '',
      secretBase32: [...randomBytes(32)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join(''),
    },
    lastStep: 0,
  }));
}

/**
 * A code that was not used: that of this moment, or the one after it, which Keycloak takes as well.
 * @throws Error when both are used up: see {@link millisUntilCode}
 */
export function nextCode(user: BenchUser, nowInMillis: number): string {
  const now = Math.floor(nowInMillis / periodInMillis(user));
  const step = Math.max(now, user.lastStep + 1);
  if (step > now + 1) throw new Error('a user has one code in a period, and this one has used that of the next');
  user.lastStep = step;
  return hotpCode(user.key, step);
}

/** How long until a user has a code that was not used. */
export function millisUntilCode(user: BenchUser, nowInMillis: number): number {
  return Math.max(user.lastStep * periodInMillis(user) - nowInMillis, 0);
}

function periodInMillis({ key }: BenchUser): number {
  return key.periodInSeconds * 1000;
}

/** The user as Keycloak imports it: without name or address, Keycloak would ask for them first. */
export function representationOf(user: BenchUser, { factor }: SignInKind, realm: string): object {
  const { username, password, phoneNumber, key } = user;
  const otp = {
    type: 'otp',
    userLabel: 'phone',
    secretData: JSON.stringify({ value: key.secretBase32 }),
    credentialData: JSON.stringify({
      subType: 'totp',
      digits: key.digits,
      counter: 0,
      period: key.periodInSeconds,
      algorithm: 'HmacSHA1',
      secretEncoding: 'BASE32',
    }),
  };
  return {
    username,
    enabled: true,
    firstName: 'Ann',
    lastName: 'Example',
    email: `${username}@example.org`,
    emailVerified: true,
    // An import gives no roles by itself, and a token without roles is a smaller one.
    realmRoles: [`default-roles-${realm}`],
    attributes: factor === 'sms' ? { [USER_ATTRIBUTES.phoneNumber]: [phoneNumber] } : {},
    credentials: [{ type: 'password', value: password, temporary: false }, ...(factor === 'totp' ? [otp] : [])],
  };
}
