import { expect, test } from '@playwright/test';
import { type Keycloak, KeycloakStartError } from '@lifeguard/dev/keycloak';
import { type JarVariantOptions, makeJarVariant } from '../support/jar-variant.ts';
import { keepLog } from '../support/evidence.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { serverOptions } from '../support/run-servers.ts';
import { startSecondServer } from '../support/second-server.ts';
import { createTestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

test.describe.configure({ timeout: 300_000 });

async function startWith(variant: JarVariantOptions): Promise<Keycloak> {
  return startSecondServer({ jar: await makeJarVariant(variant), options: serverOptions(testServer()) });
}

/** Runs instead of the sign-in's decision when the user's name begins so. The vectors don't see it: the server starts. */
const FAULTS = {
  throws: 'throw new TypeError("boom");',
  answersNothing: 'return undefined;',
  answersNonsense: 'return { kind: "let them in" };',
  neverEnds: 'for (;;) {}',
  allocates: 'var hoard = []; for (;;) { hoard.push(new Array(1000).join("x") + hoard.length); }',
  recurses: 'return (function deeper(n) { return 1 + deeper(n + 1); })(0);',
  asksForNoPort: 'return ports.letThemIn();',
} as const;

test("a core that throws, never ends, or answers nonsense denies the sign-in and is nobody's wrong code", async () => {
  const faults = Object.values(FAULTS)
    .map((fault, index) => `case ${index}: ${fault}`)
    .join('\n');
  const keycloak = await startWith({
    name: 'faulty',
    // Which fault: as many as the validity of the pool's codes says above 200 s. It needs no door in the product.
    change: (script) =>
      script.replace(/function startSignIn\(([^)]*)\)\s*\{/, (head, parameters: string) => {
        const ports = parameters.split(',').at(-1)?.trim() ?? '';
        return `${head}\nvar ports = ${ports};\nvar seconds = ports.poolAttributes()["lifeguard.smsCodeValidityInSeconds"];\nswitch (Number(seconds) - 200) {\n${faults}\n}\n`;
      }),
    withItsDigest: true,
  });
  try {
    await using bed = await createTestBed({
      bruteForceProtected: true,
      server: { ...testServer(), url: keycloak.url },
    });
    const user = await bed.createUser();
    for (const [index, name] of Object.keys(FAULTS).entries()) {
      await bed.setPolicy({ smsCodeValidityInSeconds: 200 + index });
      const browser = new PlainBrowser(bed);
      expect(await browser.signIn(user), name).toBe('error');
      expect(browser.status, name).toBe(500);
      expect(browser.html).toContain('because of a fault on our side');
      expect(browser.html).not.toMatch(/boom|TypeError|limit reached|at dev\.lifeguard/);
      const [event] = await bed.events('LOGIN_ERROR');
      expect(event?.details?.['lifeguard_reason']).toBe('core_failure');
    }
    expect(await bed.failures(user)).toBe(0);
    expect(await bed.texts(user.phoneNumber)).toEqual([]);
    expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);

    await bed.setPolicy({ smsCodeValidityInSeconds: 180 });
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe('sms-code');
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  } finally {
    await keycloak.stop();
    await keepLog(keycloak.logFile);
  }
});

test('a corrupted bundle stops the start, in words that say what to do', async () => {
  const { output } = await refusedStart({
    name: 'altered',
    change: (script) => script.replace("'ON'", "'On'").replace('"ON"', '"On"'),
    withItsDigest: false,
  });
  expect(output).toContain('Lifeguard does not start: core.js is not the script that this JAR was built with.');
  expect(output).toContain('Install the JAR again from a trusted source.');
});

test('a bundle that answers a vector wrongly stops the start', async () => {
  const { output } = await refusedStart({
    name: 'lenient',
    change: (script) => script.replace('No MFA mechanism registerd', 'No MFA mechanism registered'),
    withItsDigest: true,
  });
  expect(output).toContain('Lifeguard does not start: its rules answer wrongly on this server (nextChallenge');
});

async function refusedStart(variant: JarVariantOptions): Promise<KeycloakStartError> {
  const outcome: unknown = await startWith(variant).then(
    (keycloak) => keycloak.stop(),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(KeycloakStartError);
  const error = outcome as KeycloakStartError;
  expect(error.exitCode).toBe(1);
  return error;
}
