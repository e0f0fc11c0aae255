import { EXIT_CODE } from './exit-code.ts';

/** Says why nothing was done. */
export function refuse(reason: string): void {
  console.error(reason);
  process.exitCode = EXIT_CODE.refused;
}

/** Says of each attribute what is wrong with it. */
export function refuseFor(problems: readonly { readonly attribute: string; readonly message: string }[]): void {
  refuse(problems.map(({ attribute, message }) => `${attribute}: ${message}`).join('\n'));
}
