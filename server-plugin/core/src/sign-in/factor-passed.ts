import { authenticationMethods, type MfaFactor } from '@lifeguard/shared/mfa';

/** The user has proven a factor. */
export interface FactorPassed<Factor extends MfaFactor = MfaFactor> {
  readonly kind: 'done';
  readonly factor: Factor;
  /** What it adds to the `amr` claim. */
  readonly amr: readonly string[];
}

export function factorPassed<Factor extends MfaFactor>(factor: Factor): FactorPassed<Factor> {
  return { kind: 'done', factor, amr: authenticationMethods(factor) };
}
