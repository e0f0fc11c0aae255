import { defineCommand } from 'citty';
import { Problem } from '../problem.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { provideChromium } from './chromium.ts';
import { provideFirefox } from './firefox.ts';
import { provideJdk } from './jdk.ts';
import { provideMaven } from './maven.ts';
import { providePostgres } from './postgres.ts';
import { provideVirtualDisplay } from './virtual-display.ts';

/** `dev prerequisites`: everything that `npm test` needs from the system, found or installed. */
export const prerequisites = defineCommand({
  meta: {
    name: 'prerequisites',
    description: 'Find or install JDK, Maven, browsers, the virtual display and PostgreSQL, which the tests need',
  },
  async run() {
    const options = { log: console.error };
    const jdk = await provideJdk(options);
    console.log(`JDK ${jdk.version}  ${jdk.home}`);
    console.log(`Maven    ${await provideMaven(jdk, options)}`);
    console.log(`Chromium ${await provideChromium(options)}`);
    console.log(`Firefox  ${await provideFirefox(options)}`);
    const display = await provideVirtualDisplay(options);
    console.log(`Display  ${display.xvfb}, ${display.xdotool}`);
    console.log(`Postgres ${await postgresOrNote(options)}`);
  },
});

/** Only the test of a cluster needs it: a person may do without that, a build on its own machine may not. */
async function postgresOrNote(options: SetUpOptions): Promise<string> {
  return providePostgres(options).catch((error: unknown) => {
    if (!(error instanceof Problem) || process.env['CI'] !== undefined) throw error;
    return `${error.message} Without it the test of a cluster is skipped.`;
  });
}
