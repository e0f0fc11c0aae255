/** `host.call(port, json)`: the only object that comes from outside. It is an argument, never a global. */
export interface Host {
  call(port: string, json: string): string;
}

interface OverBorder {
  border: Host;
}

/**
 * Ports that speak JSON over the border. Those of a kind are made once and shared by all calls, which differ in their host alone: they are
 * methods, and have to be called as such.
 */
export function portsOverBorder<Ports extends object>(
  names: Readonly<Record<keyof Ports, true>>,
): (host: Host) => Ports {
  const methods: Record<string, (this: OverBorder, input?: unknown) => unknown> = {};
  Object.keys(names).forEach((name) => {
    methods[name] = function askHost(input) {
      const json = input === undefined ? '{}' : JSON.stringify(input);
      return (JSON.parse(this.border.call(name, json)) as { readonly value: unknown }).value;
    };
  });
  return (host) => {
    const ports = Object.create(methods) as OverBorder;
    ports.border = host;
    return ports as unknown as Ports;
  };
}
