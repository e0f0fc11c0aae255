import { once } from 'node:events';
import { defineCommand } from 'citty';
import { Problem } from '../problem.ts';
import { endOnSignal } from '../process/end-on-signal.ts';
import { RunningParts } from '../process/running-parts.ts';
import { announceAsJson, announceAsText } from './announce.ts';
import { openChromium } from './open-chromium.ts';
import { startDemo } from './start-demo.ts';
import { readStartOptions } from './start-options.ts';

/** `npm start`: everything that a person needs to try Lifeguard, until Ctrl-C. */
export const start = defineCommand({
  meta: { name: 'start', description: 'Start a Keycloak with Lifeguard, a demo realm, and an SMS inbox' },
  args: {
    port: {
      type: 'string',
      description: "Keycloak's port; the inbox and the demo application take the next two",
      valueHint: 'PORT',
    },
    'inbox-port': { type: 'string', description: "The SMS inbox's port", valueHint: 'PORT' },
    open: { type: 'boolean', description: 'Open Chromium with the extension loaded' },
    json: {
      type: 'boolean',
      description: 'Print one line of JSON when all is ready, and nothing else, on standard output',
    },
    keep: { type: 'boolean', description: 'Use the realm of the last start, with what its users have enrolled' },
  },
  async run({ args }) {
    const { _: rest, json, open, keep, port, 'inbox-port': inboxPort, inboxPort: _camelCase, ...unknown } = args;
    const options = readStartOptions(
      {
        json,
        open,
        keep,
        port,
        'inbox-port': inboxPort,
        rest: [...rest, ...Object.keys(unknown).map((name) => `--${name}`)],
      },
      process.env,
    );
    const signal = endOnSignal();
    const running = new RunningParts();
    try {
      const demo = await startDemo({ keep: options.keep, ports: options.ports, running, log: console.error, signal });
      process.stdout.write(options.json ? `${announceAsJson(demo)}\n` : announceAsText(demo));
      if (options.open) await openChromium({ demo, running, log: console.error, signal });
      // From here on an end that somebody asked for is the ordinary one.
      await Promise.race([demo.keycloak.ended, signal.aborted || once(signal, 'abort')]);
      if (!signal.aborted) throw new Problem(`Keycloak has ended by itself: ${demo.keycloak.logFile} says why.`);
    } finally {
      await running.end();
    }
  },
});
