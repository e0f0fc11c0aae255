import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keepLog } from '../support/evidence.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { serverOptions } from '../support/run-servers.ts';
import { startSecondServer } from '../support/second-server.ts';
import { createTestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

const FOLDER = '/usr/lib/jvm';
const NEWER = 25;
const newest = installed().find((name) => Number(/\d+/.exec(name)?.[0]) >= NEWER);

test(`the same JAR starts on JDK ${NEWER} or newer and signs in`, async () => {
  test.skip(newest === undefined, `no JDK ${NEWER} or newer in ${FOLDER}`);
  test.setTimeout(300_000);
  const keycloak = await startSecondServer({
    javaHome: join(FOLDER, newest ?? ''),
    options: serverOptions(testServer()),
  });
  try {
    await using bed = await createTestBed({ server: { ...testServer(), url: keycloak.url } });
    const user = await bed.createUser();
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe('sms-code');
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  } finally {
    await keycloak.stop();
    await keepLog(keycloak.logFile);
  }
});

function installed(): readonly string[] {
  try {
    return readdirSync(FOLDER);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
