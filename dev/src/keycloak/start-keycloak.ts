import { join } from 'node:path';
import { ensurePortIsFree, findFreePort } from '../http/port.ts';
import { provideJdk } from '../prerequisites/jdk.ts';
import { processTree } from '../process/process-tree.ts';
import { runFolder } from '../project.ts';
import { keycloakDistribution } from './distribution.ts';
import { prepareServerHome } from './server-home.ts';
import { spawnServer } from './server-process.ts';
import { untilReady } from './until-ready.ts';

export interface KeycloakOptions {
  /** The name of the server's own folder below `.run/`. It keeps the data of a database on file from start to start. */
  readonly home: string;
  /** Any free port when left out. */
  readonly port?: number;
  /** The JARs of the providers. */
  readonly jars?: readonly string[];
  /** `memory` when left out: every start begins with nothing. */
  readonly database?: 'memory' | 'file';
  /** More options for `kc.sh start-dev`. */
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
 * Starts a real Keycloak in development mode on the loopback address, with an H2 database and local caches.
 * @throws Problem when the port is taken or a tool is missing
 * @throws KeycloakStartError when Keycloak ends before it is ready
 */
export async function startKeycloak(options: KeycloakOptions): Promise<Keycloak> {
  const { home: name, jars = [], log = () => undefined, signal } = options;
  const port = options.port ?? (await findFreePort());
  await ensurePortIsFree({ port, use: 'Keycloak' });
  const javaHome = options.javaHome ?? (await provideJdk({ log, signal })).home;
  const distribution = await keycloakDistribution({ log, signal });
  const home = join(runFolder, name);
  await prepareServerHome({ distribution, home, jars });
  signal?.throwIfAborted();

  const admin = { username: 'admin', password: 'admin' };
  const logFile = `${home}.log`;
  const server = spawnServer({
    home,
    logFile,
    args: [
      'start-dev',
      `--db=${options.database === 'file' ? 'dev-file' : 'dev-mem'}`,
      '--cache=local',
      '--http-host=127.0.0.1',
      `--http-port=${port}`,
      `--http-management-port=${await findFreePort()}`,
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
