import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { Problem } from '../problem.ts';

const IPV4 = '127.0.0.1';
const IPV6 = '::1';

export interface PortOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** What the port is for, for example `Keycloak`. */
  readonly use: string;
  /** The command line's option that chooses the port, for example `--port`. */
  readonly option?: string;
}

/**
 * Lets a server listen on IPv4's loopback address alone.
 * @returns the port
 * @throws Problem when the port is taken or not allowed
 */
export async function listenOnLoopback(server: Server, options: PortOptions): Promise<number> {
  await listen(server, IPV4, options.port).catch((error: NodeJS.ErrnoException) => {
    throw portProblem(error, options) ?? error;
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

/**
 * Makes sure that nobody listens where a program of ours is going to listen. A browser may try `localhost` as ::1 first,
 * so that address must be free as well.
 * @throws Problem when the port is taken or not allowed
 */
export async function ensurePortIsFree(options: PortOptions): Promise<void> {
  for (const host of [IPV4, IPV6]) {
    const server = createServer();
    await listen(server, host, options.port)
      .then(() => close(server))
      .catch((error: NodeJS.ErrnoException) => {
        if (host === IPV6 && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')) return;
        throw portProblem(error, options) ?? error;
      });
  }
}

/** A port that nobody uses now, for a program that has to be told a number. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, { port: 0, use: 'looking for a free port' });
  await close(server);
  return port;
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen({ port, host, exclusive: true });
  await once(server, 'listening');
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

function portProblem(error: NodeJS.ErrnoException, { port, use, option }: PortOptions): Problem | undefined {
  const chosen = option === undefined ? '' : ` with ${option}`;
  if (error.code === 'EADDRINUSE') {
    return new Problem(
      `Port ${port} for ${use} is taken: end the program that uses it or choose another port${chosen}.`,
    );
  }
  if (error.code === 'EACCES') {
    return new Problem(`Port ${port} for ${use} is not open to this user: choose a port above 1023${chosen}.`);
  }
  return undefined;
}
