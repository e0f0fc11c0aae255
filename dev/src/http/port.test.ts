import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { ensurePortIsFree, findFreePort, listenOnLoopback } from './port.ts';

async function occupy(host: string): Promise<{ readonly port: number } & AsyncDisposable> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { port, [Symbol.asyncDispose]: async () => void server.close() };
}

test('a free port passes and stays free', async () => {
  const port = await findFreePort();
  await ensurePortIsFree({ port, use: 'Keycloak' });
  const server = createServer();
  expect(await listenOnLoopback(server, { port, use: 'Keycloak' })).toBe(port);
  server.close();
});

test.each(['127.0.0.1', '0.0.0.0', '::1'])(
  'a port that is taken on %s is taken: the sentence names the way out',
  async (host) => {
    await using taken = await occupy(host);
    await expect(ensurePortIsFree({ port: taken.port, use: 'Keycloak', option: '--port' })).rejects.toThrow(
      `Port ${taken.port} for Keycloak is taken: end the program that uses it or choose another port with --port.`,
    );
  },
);

test('a server listens on the loopback address alone', async () => {
  const server = createServer();
  await listenOnLoopback(server, { port: 0, use: 'a test' });
  expect(server.address()).toMatchObject({ address: '127.0.0.1' });
  server.close();
});
