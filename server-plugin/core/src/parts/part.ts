import { type CallElsewhere, type Host, type Ports, portsOf } from '../ports.ts';

/** One thing that Java can ask the core to decide. */
export type Operation = (input: never, ports: Ports) => unknown;

/** Operations that are loaded together. Each call evaluates the part that it needs and no other. */
export interface Part {
  readonly names: readonly string[];
  /**
   * The border: two strings and the host come in, one string goes out.
   * @param name one of the operations
   * @param json the operation's input
   * @param elsewhere calls what is in the part for texts
   * @returns the operation's answer as JSON, `null` where it has none
   * @throws whatever goes wrong; the caller denies
   */
  call(name: string, json: string, host: Host, elsewhere: CallElsewhere): string;
}

export function partOf(operations: Readonly<Record<string, Operation>>): Part {
  return {
    names: Object.keys(operations),
    call(name, json, host, elsewhere) {
      const operation = Object.prototype.hasOwnProperty.call(operations, name) ? operations[name] : undefined;
      if (operation === undefined) throw new Error(`no operation ${name}`);
      return JSON.stringify(operation(JSON.parse(json) as never, portsOf(host, elsewhere)) ?? null);
    },
  };
}
