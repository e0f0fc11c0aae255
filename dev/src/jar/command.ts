import { defineCommand } from 'citty';
import { buildJar } from '../build/build-jar.ts';
import { endOnSignal } from '../process/end-on-signal.ts';

/** `dev jar [--verify]`: the plugin's JAR, its path on standard output. */
export const jar = defineCommand({
  meta: { name: 'jar', description: "Build the plugin's JAR" },
  args: { verify: { type: 'boolean', description: 'Run the Java tests as well', default: false } },
  async run({ args }) {
    console.log(await buildJar({ verify: args.verify, log: console.error, signal: endOnSignal() }));
  },
});
