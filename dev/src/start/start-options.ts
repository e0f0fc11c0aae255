import { Problem } from '../problem.ts';

export interface StartOptions {
  readonly json: boolean;
  readonly open: boolean;
  readonly keep: boolean;
  readonly ports: StartPorts;
}

export interface StartPorts {
  readonly keycloak: number;
  readonly inbox: number;
  readonly app: number;
}

/** The command line as it was typed: flags as booleans, values as texts. */
export interface StartArguments {
  readonly json?: boolean | undefined;
  readonly open?: boolean | undefined;
  readonly keep?: boolean | undefined;
  readonly port?: string | undefined;
  readonly 'inbox-port'?: string | undefined;
  /** What stood on the command line without an option. */
  readonly rest: readonly string[];
}

const DEFAULT_PORT = 8080;
const HIGHEST_PORT = 65_535;

/**
 * Reads what was asked for. `npm start --port=9000` without `--` in between is npm's own option to npm, which passes it on as
 * the variable `npm_config_port`; `npm start --port 9000` even tears the two apart.
 * @throws Problem for what can't be understood
 */
export function readStartOptions(
  args: StartArguments,
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const values = [...args.rest];

  function port(name: 'port' | 'inbox-port'): string | undefined {
    const fromNpm = env[`npm_config_${name.replace('-', '_')}`];
    return args[name] ?? (fromNpm === 'true' ? values.shift() : fromNpm);
  }
  function flag(name: 'json' | 'open' | 'keep'): boolean {
    return args[name] === true || env[`npm_config_${name}`] === 'true';
  }

  const keycloak = parsePort('--port', port('port')) ?? DEFAULT_PORT;
  const inbox = parsePort('--inbox-port', port('inbox-port')) ?? keycloak + 1;
  const app = Math.max(keycloak, inbox) + 1;
  if (values.length > 0) throw new Problem(`\`start\` does not know ${values.join(' ')}: see \`npm start -- --help\`.`);
  if (inbox === keycloak) throw new Problem('--port and --inbox-port must differ.');
  if (app > HIGHEST_PORT) throw new Problem(`Choose ports up to ${HIGHEST_PORT - 2}: the next ones are used too.`);
  return { json: flag('json'), open: flag('open'), keep: flag('keep'), ports: { keycloak, inbox, app } };
}

function parsePort(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > HIGHEST_PORT)
    throw new Problem(`${option} must be a number from 1 to ${HIGHEST_PORT}, not "${text}".`);
  return port;
}
