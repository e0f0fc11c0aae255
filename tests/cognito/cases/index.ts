import { accountCases } from './accounts.ts';
import type { OperationsCase } from './case.ts';
import { clientCases } from './clients.ts';
import { codeCases } from './codes.ts';
import { guessCases } from './guesses.ts';
import { policyCases } from './policy.ts';
import { preferenceCases } from './preference.ts';
import { sessionCases } from './sessions.ts';
import { srpCases } from './srp.ts';
import { tokenCases } from './tokens.ts';

export { peopleCases } from './people.ts';
export { wireCases } from './wire.ts';

/** All that is asked of each client that calls operations by name. */
export const operationsCases: readonly OperationsCase[] = [
  ...policyCases,
  ...sessionCases,
  ...codeCases,
  ...guessCases,
  ...preferenceCases,
  ...clientCases,
  ...accountCases,
  ...srpCases,
  ...tokenCases,
];
