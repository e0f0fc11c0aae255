import type { OperationsCase } from './case.ts';
import { codeCases } from './codes.ts';
import { guessCases } from './guesses.ts';
import { policyCases } from './policy.ts';
import { preferenceCases } from './preference.ts';
import { sessionCases } from './sessions.ts';

export { peopleCases } from './people.ts';

export const operationsCases: readonly OperationsCase[] = [
  ...policyCases,
  ...sessionCases,
  ...codeCases,
  ...guessCases,
  ...preferenceCases,
];
