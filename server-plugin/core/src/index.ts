import { operations } from './operations.ts';
import { type Host, portsOf } from './ports.ts';

/**
 * The border: Java asks the core to decide. Two strings and the host come in, one string goes out.
 * @param name one of the operations
 * @param json the operation's input
 * @returns the operation's answer as JSON, `null` where it has none
 * @throws whatever goes wrong; the caller denies
 */
export function call(name: string, json: string, host: Host): string {
  const operation = Object.prototype.hasOwnProperty.call(operations, name) ? operations[name] : undefined;
  if (operation === undefined) throw new Error(`no operation ${name}`);
  return JSON.stringify(operation(JSON.parse(json) as never, portsOf(host)) ?? null);
}
