import { findForm, findLinking, findOneStep, type PlaceResult } from './find-place.ts';
import type { Flow } from './flow-tree.ts';
import { LIFEGUARD_GRANT_STEP, LIFEGUARD_STEP, OTP_STEP, PASSWORD_STEPS, RESET_OTP_STEP } from './providers.ts';

/** One kind of flow that ends in a session, and how Lifeguard's step gets into it. */
export interface WayIn {
  /** What the flow is called in sentences. */
  readonly kind: string;
  readonly step: typeof LIFEGUARD_STEP | typeof LIFEGUARD_GRANT_STEP;
  readonly findPlace: (flow: Flow) => PlaceResult;
  /** Keycloak's steps that are switched off where Lifeguard's own is passed, and why. */
  readonly replaces?: { readonly steps: readonly string[]; readonly because: string };
}

const secondTime = 'which would ask for the code a second time';

export const BROWSER: WayIn = {
  kind: 'browser flow',
  step: LIFEGUARD_STEP,
  findPlace: (flow) => findOneStep(flow, { kind: BROWSER.kind, providers: PASSWORD_STEPS }),
  replaces: { steps: [OTP_STEP], because: secondTime },
};

export const DIRECT_GRANT: WayIn = {
  kind: 'direct grant flow',
  step: LIFEGUARD_GRANT_STEP,
  findPlace: (flow) => findOneStep(flow, { kind: DIRECT_GRANT.kind, providers: ['direct-grant-validate-password'] }),
  replaces: { steps: ['direct-grant-validate-otp'], because: secondTime },
};

export const RESET_CREDENTIALS: WayIn = {
  kind: 'reset credentials flow',
  step: LIFEGUARD_STEP,
  findPlace: (flow) => findOneStep(flow, { kind: RESET_CREDENTIALS.kind, providers: ['reset-password'] }),
  replaces: { steps: [RESET_OTP_STEP], because: 'which would let whoever reads the mail set up an authenticator' },
};

export const REGISTRATION: WayIn = {
  kind: 'registration flow',
  step: LIFEGUARD_STEP,
  findPlace: (flow) => findForm(flow, { kind: REGISTRATION.kind, providers: ['registration-user-creation'] }),
};

/** Runs when somebody comes from an identity provider for the first time. */
export const FIRST_BROKER_LOGIN: WayIn = {
  kind: 'first login flow',
  step: LIFEGUARD_STEP,
  findPlace: findLinking,
  replaces: { steps: [OTP_STEP], because: secondTime },
};
