import {
  formatMfaSettings,
  maskPhoneNumber,
  type MfaFactor,
  type MfaPreferenceRequest,
  type MfaSettings,
  parseMfaSettings,
  parsePhoneNumber,
  setMfaPreference,
} from '@lifeguard/shared/mfa';
import type { Ports, PortSoftwareToken } from '../ports.ts';
import { userFactors } from '../pool/challenge-rules.ts';
import { listPhoneFactor } from '../settings/phone-factor.ts';
import { readPool } from '../settings/read-pool.ts';

/** A user's factors as an operator may see them: no full number, no seed. */
export interface UserDescription {
  readonly ok: true;
  /** Masked; absent when the user has no well-formed number. */
  readonly phoneNumber?: string;
  readonly phoneNumberVerified: boolean;
  readonly softwareTokens: readonly PortSoftwareToken[];
  readonly settings: MfaSettings;
  /** By which a sign-in could be answered; absent while the policy is unreadable. */
  readonly accepted?: readonly MfaFactor[];
}

export interface AdministrationRefusal {
  readonly ok: false;
  readonly code: 'invalid-phone-number' | 'invalid-preference' | 'user-store-is-read-only';
  /** A sentence for the operator. */
  readonly reason: string;
}

const READ_ONLY: AdministrationRefusal = {
  ok: false,
  code: 'user-store-is-read-only',
  reason: 'The store of this user cannot be written: make the change where the user is kept.',
};

export function describeUser(_input: unknown, ports: Ports): UserDescription {
  const user = ports.user();
  const { phoneNumber } = userFactors(user);
  const pool = readPool(ports);
  return {
    ok: true,
    ...(phoneNumber === undefined ? {} : { phoneNumber: maskPhoneNumber(phoneNumber) }),
    phoneNumberVerified: user.phoneNumberVerified === true,
    softwareTokens: ports.softwareTokens(),
    settings: parseMfaSettings(user),
    ...(pool.ok ? { accepted: pool.accepted } : {}),
  };
}

/** Gives a user a number. A code that went to another number is worth nothing from then on. */
export function setUserPhoneNumber(
  { phoneNumber, verified }: { readonly phoneNumber?: unknown; readonly verified?: unknown },
  ports: Ports,
): UserDescription | AdministrationRefusal {
  const parsed = parsePhoneNumber(typeof phoneNumber === 'string' ? phoneNumber : '');
  if (!parsed.ok) return { ok: false, code: 'invalid-phone-number', reason: parsed.reason };
  if (!ports.setPhoneNumber({ phoneNumber: parsed.e164, verified: verified === true })) return READ_ONLY;
  listPhoneFactor(ports);
  return describeUser({}, ports);
}

/** Turns factors on and off and prefers one, with the rules of Cognito's AdminSetUserMFAPreference. */
export function setUserPreference(
  request: MfaPreferenceRequest,
  ports: Ports,
): UserDescription | AdministrationRefusal {
  const pool = readPool(ports);
  const person = pool.ok ? pool.person : userFactors(ports.user());
  const result = setMfaPreference(person, request);
  if (!result.ok) return { ok: false, code: 'invalid-preference', reason: result.message };
  if (!ports.setMfaSettings(formatMfaSettings(result.settings))) return READ_ONLY;
  listPhoneFactor(ports);
  return describeUser({}, ports);
}

/** What a reset has taken from a user. */
export interface ResetResult {
  readonly ok: true;
  readonly softwareTokens: readonly string[];
  readonly settings: boolean;
  readonly phoneNumber: boolean;
}

/** What an operator does for a user who has lost a device: the factors go, and the next sign-in sets up what the policy demands. */
export function resetUserFactors(
  { phone }: { readonly phone?: unknown },
  ports: Ports,
): ResetResult | AdministrationRefusal {
  const user = ports.user();
  const settings = user.enabledMfa !== undefined || user.preferredMfa !== undefined;
  const phoneNumber = phone === true && user.phoneNumber !== undefined;
  if (settings && !ports.setMfaSettings({})) return READ_ONLY;
  if (phoneNumber && !ports.removePhoneNumber()) return READ_ONLY;
  const softwareTokens = ports.softwareTokens();
  for (const { id } of softwareTokens) ports.removeSoftwareToken({ id });
  listPhoneFactor(ports);
  return { ok: true, softwareTokens: softwareTokens.map(({ label }) => label), settings, phoneNumber };
}
