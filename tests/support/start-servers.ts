import { forgetEverything } from './evidence.ts';
import { runServers } from './run-servers.ts';
import { announcedServer, announceTestServer } from './test-server.ts';

/** Starts what all specs share, unless `serve.ts` keeps it running, and returns how to end it. Playwright asks for a default export. */
export default async function startServers(): Promise<() => Promise<void>> {
  await forgetEverything();
  if (announcedServer() !== undefined) return () => Promise.resolve();
  const { server, end } = await runServers('tests');
  announceTestServer(server);
  return end;
}
