/** One operation of the core to measure, with all that it asks of its host. */
export interface CoreCall {
  /** Begins the names of its figures. */
  readonly name: string;
  readonly operation: string;
  readonly input: unknown;
  /** What the host answers, by port. */
  readonly ports: Readonly<Record<string, unknown>>;
  readonly isRight: (answer: unknown) => boolean;
}

/** A rule that needs nothing, and the step after the password for a user with an authenticator, which asks several ports. */
export const CORE_CALLS: readonly CoreCall[] = [
  {
    name: 'nextChallenge',
    operation: 'nextChallenge',
    input: {
      pool: { mfaConfiguration: 'ON', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], verifiedTokenIsEnabled: true },
      user: { status: 'CONFIRMED', softwareToken: 'verified', settings: {} },
    },
    ports: {},
    isRight: (answer) => (answer as { challenge?: unknown }).challenge === 'SOFTWARE_TOKEN_MFA',
  },
  {
    name: 'startSignIn',
    operation: 'startSignIn',
    input: { state: {} },
    ports: {
      now: 1_700_000_000_000,
      isLocked: false,
      poolAttributes: { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'true' },
      user: { softwareTokens: 1 },
    },
    isRight: (answer) => (answer as { kind?: unknown }).kind === 'page',
  },
];
