import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { KEYCLOAK_VERSION, keycloakDistribution } from '@lifeguard/dev/keycloak';
import { provideJdk } from '@lifeguard/dev/prerequisites';
import { expect, test } from '@playwright/test';
import { type Instruction, readStages } from '../support/dockerfile.ts';
import { SHORT_LIVED } from '../support/short-lived.ts';

const root = join(import.meta.dirname, '../..');
/** Where the official image has Keycloak. */
const IN_IMAGE = '/opt/keycloak';
const run = promisify(execFile);

let builder: readonly Instruction[];
let image: readonly Instruction[];
test.beforeAll(async () => {
  const stages = readStages(await readFile(join(root, 'server-plugin/Dockerfile'), 'utf8'));
  expect(stages).toHaveLength(2);
  [builder = [], image = []] = stages;
});

test('both stages of the image stand on the official one, of the version that the tests run on', () => {
  const from = [builder, image].map(([first]) => first?.words[0]);
  expect(from).toEqual(Array.from({ length: 2 }, () => `quay.io/keycloak/keycloak:${KEYCLOAK_VERSION}`));
});

test('what the builder does gives a Keycloak that starts optimized with the plugin in it', async () => {
  test.setTimeout(300_000);
  const log = console.error;
  const home = join(root, '.run/image');
  await rm(home, { recursive: true, force: true });
  await cp(await keycloakDistribution({ log }), home, { recursive: true, verbatimSymlinks: true });
  const { home: javaHome } = await provideJdk({ log });
  const bare: NodeJS.ProcessEnv = { PATH: process.env['PATH'], HOME: home, JAVA_HOME: javaHome };
  const env: NodeJS.ProcessEnv = { ...bare, ...SHORT_LIVED };
  const here = (path: string) => path.replace(IN_IMAGE, home);
  const known = (await run(join(home, 'bin/kc.sh'), ['build', '--help-all'], { env })).stdout;

  for (const { name, words } of builder) {
    const args = words.filter((word) => !word.startsWith('--'));
    if (name === 'ENV') {
      for (const [option = '', value = ''] of args.map((word) => word.split('='))) {
        // Keycloak says nothing of a variable that it does not know.
        expect(known).toContain(`--${option.replace(/^KC_/, '').toLowerCase().replaceAll('_', '-')} `);
        env[option] = value;
      }
    } else if (name === 'COPY') {
      const folder = here(args.at(-1) ?? '');
      for (const file of args.slice(0, -1)) await cp(join(root, file), join(folder, basename(file)));
    } else if (name === 'RUN') await run('sh', ['-c', here(words.join(' '))], { env });
  }

  expect(await readdir(join(home, 'providers'))).toEqual(
    expect.arrayContaining(['lifeguard.jar', 'lifeguard-sns.jar']),
  );
  const config = (await run(join(home, 'bin/kc.sh'), ['show-config'], { env: bare })).stdout;
  expect(config).toMatch(/kc\.db = +postgres \(Persisted\)/);
  expect(config).toMatch(/kc\.metrics-enabled = +true \(Persisted\)/);
});

test('the image holds what was built, and starts it without building again', () => {
  const lines = image.map(({ name, words }) => [name, ...words].join(' '));
  expect(lines).toContain(`COPY --from=builder ${IN_IMAGE}/ ${IN_IMAGE}/`);
  expect(lines.slice(-2)).toEqual([`ENTRYPOINT ["${IN_IMAGE}/bin/kc.sh"]`, 'CMD ["start", "--optimized"]']);
});
