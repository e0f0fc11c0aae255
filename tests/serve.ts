import { runServers } from './support/run-servers.ts';
import { TEST_SERVER_VARIABLE } from './support/test-server.ts';

// For the inner loop: runs of the specs that see the printed variable use this server and are spared the start of their own.
const ended = new Promise((resolve) => {
  // Again and again, because wrappers pass on what the terminal has sent already.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
});
const { server, end } = await runServers('tests-served');
console.log(`export ${TEST_SERVER_VARIABLE}='${JSON.stringify(server)}'`);
await ended;
await end();
