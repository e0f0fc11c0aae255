import { decodeBase32, hotp } from './authenticator-app.ts';
import { randomSecret } from './ready-authenticator.ts';

const STEP_IN_MILLIS = 30_000;
/** More than a test lasts. */
const STEPS = 4;

/** A secret whose codes begin with zero, now and in the next steps, and those codes. */
export function secretWithLeadingZeros(): { readonly secretBase32: string; readonly codes: readonly string[] } {
  const now = Math.floor(Date.now() / STEP_IN_MILLIS);
  const steps = Array.from({ length: STEPS }, (_, later) => now + later);
  for (;;) {
    const secretBase32 = randomSecret();
    const key = decodeBase32(secretBase32);
    if (steps.every((step) => hotp(key, step).startsWith('0'))) {
      return { secretBase32, codes: steps.map((step) => hotp(key, step)) };
    }
  }
}
