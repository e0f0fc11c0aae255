/** One way to sign in that is measured: a realm of its own, and what the user answers with after the password. */
export interface SignInKind {
  /** Begins the names of its figures. */
  readonly name: string;
  readonly factor: 'none' | 'sms' | 'totp';
  /** The pool's policy, which the realm is born with; without one it is the realm that Keycloak makes. */
  readonly policy?: Readonly<Record<string, string>>;
}

/** Neighbours are measured next to each other: the ratio that counts is that of the two with an authenticator. */
export const SIGN_IN_KINDS: readonly SignInKind[] = [
  { name: 'password', factor: 'none', policy: { 'lifeguard.mfaConfiguration': 'OFF' } },
  { name: 'keycloakTotp', factor: 'totp' },
  { name: 'lifeguardTotp', factor: 'totp', policy: { 'lifeguard.mfaConfiguration': 'ON' } },
  {
    name: 'lifeguardSms',
    factor: 'sms',
    policy: {
      'lifeguard.mfaConfiguration': 'ON',
      'lifeguard.smsMfa': 'true',
      'lifeguard.softwareTokenMfa': 'false',
      'lifeguard.smsMonthlyLimit': '1000000',
      'lifeguard.smsPerUserPerHour': '1000000',
      'lifeguard.smsPerNumberPerHour': '1000000',
      // All of them come from one address, and nobody's real address has as many to count.
      'lifeguard.smsPerAddressPerHour': '0',
    },
  },
];
