import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runLine } from '../support/operator.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';

const GUIDE = join(import.meta.dirname, '../../docs/operators.md');

test('the commands of the operators’ guide make a Required pool of a realm that is not there', async () => {
  test.setTimeout(300_000);
  const text = await readFile(GUIDE, 'utf8');
  const commands = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  expect(commands).toHaveLength(4);
  const [make = '', apply = '', ...later] = commands;

  await using bed = await createTestBed();
  const guide = { ...bed, realm: `t-${randomUUID()}` };
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-guide-'));
  try {
    const run = (block: string) => runLine(guide, `set -e\ncd '${folder}'\n${block}`);
    expect(await run(make)).toMatchObject({ status: 0, output: expect.stringContaining('would ') });
    expect(await run(apply)).toMatchObject({ status: 0, output: expect.stringMatching(/\ndone\n[\s\S]*\nok /) });

    const signInUrl = `${bed.url}/realms/${guide.realm}/protocol/openid-connect/auth?${new URLSearchParams({
      client_id: 'account-console',
      redirect_uri: `${bed.url}/realms/${guide.realm}/account/`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })}`;
    const ada = { id: '', username: 'ada', password: 'analytical-engine', phoneNumber: '+14155550123' };
    const browser = new PlainBrowser({ ...guide, signInUrl });
    expect(await browser.signIn(ada)).toBe('set-up');
    for (const block of later) expect(await run(block)).toMatchObject({ status: 0 });
  } finally {
    await bed.admin.realms.del({ realm: guide.realm });
    await rm(folder, { recursive: true });
  }
});
