import { join } from 'node:path';
import { ensurePortIsFree, findFreePort } from '../http/port.ts';
import { provideJdk } from '../prerequisites/jdk.ts';
import { processTree } from '../process/process-tree.ts';
import { spawnServer } from '../process/server-process.ts';
import { runFolder } from '../project.ts';
import { keycloakDistribution } from './distribution.ts';
import { prepareServerHome } from './server-home.ts';
import { type Database, serverMode } from './server-mode.ts';
import { untilReady } from './until-ready.ts';

export interface KeycloakOptions {
  /** The name of the server's own folder below `.run/`. It keeps the data of a database on file from start to start. */
  readonly home: string;
  /** Tells apart the servers that run from one home, which then must have the same providers: it is in the log file's name. */
  readonly node?: string;
  /** Any free port when left out. */
  readonly port?: number;
  /** The JARs of the providers. */
  readonly jars?: readonly string[];
  /** `memory` when left out. */
  readonly database?: Database;
  /** Runs as for an operator and not in development mode, with all that is kept in memory there. Needs a hostname among the options. */
  readonly production?: boolean;
  /** More options for `kc.sh`. */
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The JDK to run on; the one that {@link provideJdk} finds when left out. */
  readonly javaHome?: string;
  /** Takes notes on what is going on. */
  readonly log?: (note: string) => void;
  /** Ends the start when it takes place no more; a server that is ready is ended by `stop`. */
  readonly signal?: AbortSignal | undefined;
}

export interface Keycloak {
  /** Without a slash at the end. */
  readonly url: string;
  /** Where the server answers about itself, when it was told to: health and metrics. */
  readonly managementUrl: string;
  /** The process id of the JVM. */
  readonly pid: number;
  readonly admin: { readonly username: string; readonly password: string };
  readonly logFile: string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server and returns when all its processes are gone. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real Keycloak on the loopback address: alone in development mode with H2 and local caches, or as a node of a cluster.
 * @throws Problem when the port is taken or a tool is missing
 * @throws KeycloakStartError when Keycloak ends before it is ready
 */
export async function startKeycloak(options: KeycloakOptions): Promise<Keycloak> {
  const { home: name, jars = [], log = () => undefined, signal } = options;
  const port = options.port ?? (await findFreePort());
  await ensurePortIsFree({ port, use: 'Keycloak' });
  const javaHome = options.javaHome ?? (await provideJdk({ log, signal })).home;
  const managementPort = await findFreePort();
  const distribution = await keycloakDistribution({ log, signal });
  const home = join(runFolder, name);
  await prepareServerHome({ distribution, home, jars });
  signal?.throwIfAborted();

  const admin = { username: 'admin', password: 'admin' };
  const logFile = options.node === undefined ? `${home}.log` : `${home}-${options.node}.log`;
  const server = spawnServer({
    command: 'sh',
    logFile,
    args: [
      join(home, 'bin', 'kc.sh'),
      ...(await serverMode({ database: options.database ?? 'memory', production: options.production ?? false })),
      '--http-host=127.0.0.1',
      `--http-port=${port}`,
      `--http-management-port=${managementPort}`,
      ...(options.options ?? []),
    ],
    env: {
      ...environmentWithoutKeycloak(),
      JAVA_HOME: javaHome,
      KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
      KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      ...options.env,
    },
  });
  const url = `http://localhost:${port}`;
  try {
    await untilReady({ server, probe: `http://127.0.0.1:${port}/realms/master`, logFile, signal });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url,
    managementUrl: `http://127.0.0.1:${managementPort}`,
    admin,
    logFile,
    pid: processTree(server.pid).at(-1) ?? server.pid,
    ended: server.ended,
    stop: server.stop,
  };
}

/** Variables that would configure this server as somebody configured another one. */
function environmentWithoutKeycloak(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KC_') && name !== 'JAVA'));
}
