import { EXIT_CODE } from './exit-code.ts';

/** Says why nothing was done. */
export function refuse(reason: string): void {
  console.error(reason);
  process.exitCode = EXIT_CODE.refused;
}
