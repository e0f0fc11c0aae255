import { invalidParameter } from '../protocol/cognito-error.ts';

/** AuthParameters or ChallengeResponses. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** @throws CognitoError when a parameter is missing or empty */
export function requireParameter(parameters: Parameters | undefined, name: string): string {
  const value = parameters?.[name];
  if (value === undefined || value === '') throw invalidParameter(`Missing required parameter ${name}`);
  return value;
}
