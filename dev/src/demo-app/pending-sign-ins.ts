import { createHash, randomBytes } from 'node:crypto';

const KEPT = 100;

/** What the application remembers between sending a browser to Keycloak and its return. */
export interface PendingSignIns {
  /** The `state` and the PKCE challenge of a new sign-in (RFC 7636, S256). */
  readonly begin: () => { readonly state: string; readonly codeChallenge: string };
  /** The PKCE verifier for a state; each state works once. */
  readonly finish: (state: string) => string | undefined;
}

export function createPendingSignIns(random: (bytes: number) => Buffer = randomBytes): PendingSignIns {
  const verifiers = new Map<string, string>();
  return {
    begin() {
      const state = random(16).toString('base64url');
      const verifier = random(32).toString('base64url');
      verifiers.set(state, verifier);
      const oldest = verifiers.keys().next().value;
      if (verifiers.size > KEPT && oldest !== undefined) verifiers.delete(oldest);
      return { state, codeChallenge: createHash('sha256').update(verifier).digest('base64url') };
    },
    finish(state) {
      const verifier = verifiers.get(state);
      verifiers.delete(state);
      return verifier;
    },
  };
}
