import type { ArgsDef, CittyPlugin } from 'citty';
import { OperatorError } from '../operator-error.ts';

/** citty ignores options and words that a command does not know; a misspelt `--sms` must not pass for a success. */
export const strictArgs: CittyPlugin = {
  name: 'strict-args',
  async setup({ args, cmd }): Promise<void> {
    const known = (await (typeof cmd.args === 'function' ? cmd.args() : cmd.args)) ?? {};
    refuseUnknown(args, known);
  },
};

export function refuseUnknown(args: { readonly _: readonly string[] } & object, known: ArgsDef): void {
  const names = Object.keys(known);
  const isKnown = (option: string): boolean =>
    option === '_' || names.some((name) => name === option || camelCase(name) === option);
  const option = Object.keys(args).find((name) => !isKnown(name));
  if (option !== undefined) throw new OperatorError('usage', `There is no option --${option}: see --help.`);
  const word = args._[names.filter((name) => known[name]?.type === 'positional').length];
  if (word !== undefined) throw new OperatorError('usage', `"${word}" is one word too many: see --help.`);
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
