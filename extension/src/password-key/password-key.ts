import type { PasswordKeyParameters } from './parameters.ts';

/** What a page has made of a password, and how. */
export interface PasswordKey {
  readonly passwordKeyBase64: string;
  readonly parameters: PasswordKeyParameters;
}
