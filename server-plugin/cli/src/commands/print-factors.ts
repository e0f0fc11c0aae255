import type { UserFactorsResult } from '../factor/factors.ts';
import { refuse } from './refuse.ts';

/** Prints a user's factors, or on standard error why there is nothing to print. */
export function printFactors(result: UserFactorsResult, { json }: { json: boolean }): void {
  if (!result.ok) return refuse(result.reason);
  const { username, factors } = result;
  if (json) {
    console.log(JSON.stringify({ username, ...factors }));
    return;
  }
  const { phoneNumber, phoneNumberVerified, softwareTokens, settings, accepted } = factors;
  const number =
    phoneNumber === undefined ? 'none' : `${phoneNumber}${phoneNumberVerified ? '' : ', not verified yet'}`;
  const rows = [
    ['phone number', number],
    ['authenticators', list(softwareTokens.map(({ label }) => label || 'unnamed'))],
    ['turned on', settings.enabledFactors === undefined ? 'never set' : list(settings.enabledFactors)],
    ['preferred', settings.preferredFactor ?? 'none'],
    ['accepted', accepted === undefined ? 'the policy cannot be read' : list(accepted)],
  ] as const;
  for (const [name, value] of rows) console.log(`${name.padEnd(14)}  ${value}`);
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}
