import { defineCommand } from 'citty';
import { Problem } from '../problem.ts';
import { provideAwsClients } from './aws-clients.ts';
import { provideChromium } from './chromium.ts';
import { provideFirefox } from './firefox.ts';
import { provideJdk } from './jdk.ts';
import { provideMaven } from './maven.ts';
import { provideMoto } from './moto.ts';
import { providePostgres } from './postgres.ts';
import { provideVirtualDisplay } from './virtual-display.ts';

/** `dev prerequisites`: everything that `npm test` needs from the system, found or installed. */
export const prerequisites = defineCommand({
  meta: {
    name: 'prerequisites',
    description:
      'Find or install JDK, Maven, browsers, the virtual display, PostgreSQL, moto and the AWS clients for the tests',
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
    console.log(`Postgres ${await orNote(providePostgres(options), 'the test of a cluster')}`);
    console.log(`moto     ${await orNote(provideMoto(options), 'the test of the SNS gateway')}`);
    console.log(`boto3    ${await orNote(provideAwsClients(options), 'what boto3 and the AWS CLI do')}`);
  },
});

/** Only one test needs it: a person may do without that, a build on its own machine may not. */
async function orNote(provided: Promise<string>, test: string): Promise<string> {
  return provided.catch((error: unknown) => {
    if (!(error instanceof Problem) || process.env['CI'] !== undefined) throw error;
    return `${error.message} Without it ${test} is skipped.`;
  });
}
