import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Keycloak } from '@lifeguard/dev/keycloak';
import { getSpend } from '@lifeguard/cli';
import { findPostgres } from '@lifeguard/dev/prerequisites';
import { appOf } from '../support/authenticator-app.ts';
import { type Cluster, startCluster } from '../support/cluster.ts';
import { apiApplication } from '../support/cognito-api.ts';
import { type PageKind, PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { SLOW_PREFIX } from '../support/sms-gateway.ts';
import { createTestBed, type TestBed, type TestBedOptions, type TestUser } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

test.skip(
  findPostgres() === undefined && process.env['CI'] === undefined,
  'PostgreSQL was not found: install its server (for example `apt-get install postgresql`)',
);

let cluster: Cluster;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  cluster = await startCluster(testServer());
});
test.afterAll(async () => {
  test.setTimeout(120_000);
  await cluster.stop();
});

/** Its administrator talks to node A, so that node B may go. */
async function createClusterBed(options: TestBedOptions = {}): Promise<TestBed> {
  return createTestBed({ ...options, server: { ...testServer(), url: cluster.a.url } });
}

function browserAt(node: Keycloak, bed: TestBed): PlainBrowser {
  const browser = new PlainBrowser(bed);
  browser.moveTo(node);
  return browser;
}

/** Browsers that have passed the password, by turns on either node. */
async function signInEverywhere(bed: TestBed, user: TestUser, count: number): Promise<readonly PlainBrowser[]> {
  const browsers = Array.from({ length: count }, (_, index) => browserAt(index % 2 === 0 ? cluster.a : cluster.b, bed));
  await Promise.all(browsers.map((browser) => browser.open()));
  await Promise.all(browsers.map((browser) => browser.password(user)));
  return browsers;
}

function howMany(pages: readonly PageKind[], kind: PageKind): number {
  return pages.filter((page) => page === kind).length;
}

test('the two nodes are one cluster', async () => {
  for (const { logFile } of [cluster.a, cluster.b]) {
    expect(await readFile(logFile, 'utf8')).toMatch(/ISPN000094: Received new cluster view .* \(2\) \[/);
  }
});

test('a code that A has sent is right on B, and worth nothing on A afterwards', async () => {
  await using bed = await createClusterBed();
  const user = await bed.createUser();
  const browser = browserAt(cluster.a, bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  const code = await bed.lastCode(user.phoneNumber);
  browser.moveTo(cluster.b);
  expect(await browser.submit({ code })).toBe('signed-in');
  browser.moveTo(cluster.a);
  expect((await browser.tokens())['access_token']).toBeTruthy();

  const thief = browserAt(cluster.a, bed);
  expect(await thief.signIn(user)).toBe('sms-code');
  expect(await thief.submit({ code })).toBe('sms-code');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(2);
});

test('a reload on the other node sends nothing', async () => {
  await using bed = await createClusterBed();
  const user = await bed.createUser();
  const browser = browserAt(cluster.a, bed);
  await browser.signIn(user);
  browser.moveTo(cluster.b);
  expect(await browser.reload()).toBe('sms-code');
  expect(await browser.submit({ resend: '' })).toBe('sms-code');
  expect(browser.html).toMatch(/in [0-9]+ seconds/);
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('the password on A and on B at the same moment sends one text', async () => {
  await using bed = await createClusterBed();
  const user = await bed.createUser();
  const browsers = await signInEverywhere(bed, user, 12);
  expect(browsers.map(({ kind }) => kind)).toEqual(browsers.map(() => 'sms-code'));
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('guesses on both nodes share one count: five are looked at, then the code is dead everywhere', async () => {
  await using bed = await createClusterBed();
  const user = await bed.createUser();
  const browsers = await signInEverywhere(bed, user, 12);
  const code = await bed.lastCode(user.phoneNumber);
  const guesses = wrongCodes(code, browsers.length);
  await Promise.all(browsers.map((browser, index) => browser.submit({ code: guesses[index] ?? '' })));
  const refused = browsers.filter(({ html }) => html.includes('Too many wrong codes.'));
  expect(refused).toHaveLength(browsers.length - 5);

  for (const browser of browsers.slice(0, 2)) {
    expect(await browser.submit({ code })).toBe('sms-code');
    expect(browser.html).toContain('Too many wrong codes.');
  }
});

test('a wrong code on A and one on B lock the user on both, who then gets neither a check nor a text', async () => {
  await using bed = await createClusterBed({ bruteForceProtected: true });
  await bed.pool.client.realms.update({ realm: bed.realm }, { failureFactor: 2, waitIncrementSeconds: 300 });
  const user = await bed.createUser();
  const [onA, onB] = [browserAt(cluster.a, bed), browserAt(cluster.b, bed)];
  for (const browser of [onA, onB]) expect(await browser.signIn(user)).toBe('sms-code');
  const code = await bed.lastCode(user.phoneNumber);
  const [first = '', second = ''] = wrongCodes(code, 2);
  expect(await onA.submit({ code: first })).toBe('sms-code');
  await expect.poll(() => bed.failures(user)).toBe(1);
  expect(await onB.submit({ code: second })).toBe('sms-code');
  await expect.poll(() => bed.failures(user)).toBe(2);
  for (const browser of [onA, onB]) expect(await browser.submit({ code })).toBe('error');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('a code of an authenticator is good once, on whichever node', async () => {
  await using bed = await createClusterBed();
  const user = await bed.createUser({ phone: false });
  const app = await appOf(await giveAuthenticator(bed, user));

  const first = await app.code(-1);
  const [onA, onB] = [browserAt(cluster.a, bed), browserAt(cluster.b, bed)];
  expect(await onA.signIn(user)).toBe('software-token');
  expect(await onB.signIn(user)).toBe('software-token');
  expect(await onA.submit({ otp: first })).toBe('signed-in');
  expect(await onB.submit({ otp: first })).toBe('software-token');

  const browsers = await signInEverywhere(bed, user, 6);
  const second = await app.code();
  const pages = await Promise.all(browsers.map((browser) => browser.submit({ otp: second })));
  expect(howMany(pages, 'signed-in')).toBe(1);
});

/** A sign-in by the API, the application at either node, and the challenge that A has given. */
async function beginOnA(bed: TestBed) {
  const app = await apiApplication(bed);
  const nodes = [app.at(cluster.a.url), app.at(cluster.b.url)] as const;
  const user = await bed.createUser();
  return { nodes, user, challenge: await nodes[0].initiate(user) };
}

test('a session of the API that A has begun is answered on B, and by one request only', async () => {
  await using bed = await createClusterBed();
  const { nodes, user, challenge } = await beginOnA(bed);
  const answer = { SMS_MFA_CODE: await bed.lastCode(user.phoneNumber) };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => nodes[index % 2 === 0 ? 0 : 1].respond(challenge, user, answer)),
  );
  expect(answers.filter(({ AuthenticationResult }) => AuthenticationResult !== undefined)).toHaveLength(1);
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toHaveLength(1);
  expect(await nodes[1].respond(challenge, user, answer)).toMatchObject({
    __type: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  });
});

test('wrong codes by the API are counted on both nodes together', async () => {
  await using bed = await createClusterBed();
  const { nodes, user, challenge } = await beginOnA(bed);
  const guesses = wrongCodes(await bed.lastCode(user.phoneNumber), 12);
  const answers = await Promise.all(
    guesses.map((code, index) => nodes[index % 2 === 0 ? 0 : 1].respond(challenge, user, { SMS_MFA_CODE: code })),
  );
  expect(answers.filter(({ __type }) => __type === 'CodeMismatchException')).toHaveLength(5);
  expect(answers.filter(({ message }) => message === 'Password attempts exceeded')).toHaveLength(7);
});

// Last: it leaves one node.
test('a node that dies in the middle of 200 sends takes no code with it and no money: the limit holds to the cent', async () => {
  test.setTimeout(240_000);
  await using bed = await createClusterBed({
    realm: {
      attributes: { 'lifeguard.smsMonthlyLimit': '12.00', 'lifeguard.smsPerAddressPerHour': '0' },
    },
  });
  const [patient, ...crowd] = await createCrowd(bed, 201);
  if (patient === undefined) throw new Error('nobody was made');
  const waiting = [browserAt(cluster.b, bed), browserAt(cluster.b, bed)];
  for (const browser of waiting) expect(await browser.signIn(patient)).toBe('sms-code');
  const code = await bed.lastCode(patient.phoneNumber);
  const sentTo = async () => {
    const all = await bed.texts('');
    return crowd.filter(({ phoneNumber }) => all.some(({ to }) => to === phoneNumber)).length;
  };

  const attempts = Promise.allSettled(
    crowd.map(async (user, index) => browserAt(index % 2 === 0 ? cluster.a : cluster.b, bed).signIn(user)),
  );
  await expect.poll(sentTo, { intervals: [50] }).toBeGreaterThan(30);
  process.kill(cluster.b.pid, 'SIGKILL');
  await cluster.b.ended;
  const died = (await attempts).flatMap((attempt, index) =>
    attempt.status === 'rejected' ? crowd.slice(index, index + 1) : [],
  );
  expect(died.length).toBeGreaterThan(0);

  for (const browser of waiting) browser.moveTo(cluster.a);
  const pages = await Promise.all(waiting.map((browser) => browser.submit({ code })));
  expect(howMany(pages, 'signed-in')).toBe(1);

  // Whoever was on the dead node tries again, until the limit is used up.
  for (const user of died) await browserAt(cluster.a, bed).signIn(user);
  const reports = async () => {
    const report = await getSpend(bed.pool);
    if (!report.ok) throw new Error(report.reason);
    return report;
  };
  const { spentInMicroUsd, limitInMicroUsd, refusals } = await reports();
  expect(limitInMicroUsd).toBe(12_000_000);
  expect(spentInMicroUsd).toBe(limitInMicroUsd);
  expect(refusals).toContainEqual(expect.objectContaining({ reason: 'monthly-limit' }));
  expect(await sentTo()).toBeLessThanOrEqual(119);

  // What the dead node had reserved and never settled counts as sent, when the purge finds it.
  await bed.moveClock(16 * 60);
  await expect.poll(async () => (await reports()).texts, { timeout: 30_000 }).toBe(120);
});

/** Users of whom every second one has a number that the gateway answers late, so that a death finds texts on their way. */
async function createCrowd(bed: TestBed, count: number): Promise<readonly TestUser[]> {
  const users: TestUser[] = [];
  for (let made = 0; made < count; made += 10) {
    const ten = Array.from({ length: Math.min(10, count - made) }, (_, index) =>
      bed.createUser(index % 2 === 1 ? { phonePrefix: SLOW_PREFIX } : {}),
    );
    users.push(...(await Promise.all(ten)));
  }
  return users;
}
