import { defineCommand } from 'citty';
import { provideChromium } from './chromium.ts';
import { provideFirefox } from './firefox.ts';
import { provideJdk } from './jdk.ts';
import { provideMaven } from './maven.ts';
import { provideVirtualDisplay } from './virtual-display.ts';

/** `dev prerequisites`: everything that `npm test` needs from the system, found or installed. */
export const prerequisites = defineCommand({
  meta: {
    name: 'prerequisites',
    description: 'Find or install JDK, Maven, browsers and the virtual display that the tests need',
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
  },
});
