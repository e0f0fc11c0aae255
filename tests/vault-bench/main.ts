import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { askBackground } from '../support/ask-background.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { chromiumExtension } from '../support/chromium-extension.ts';
import { popupDocumentIn, settingsListIn } from './extension-pages.ts';
import { startUnwatchedChromium } from './unwatched-chromium.ts';

// Measures in Chromium how long a person waits for the vault, and prints a line of JSON for each number of accounts.

const EXTENSION = join(import.meta.dirname, '../../extension/dist/chrome');

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, accounts: { type: 'string', default: '10,1000,10000' } },
});
const rounds = Number(values.rounds);
for (const count of values.accounts.split(',').map(Number)) console.log(JSON.stringify(await measure(count)));

/** Milliseconds, of each round. */
interface VaultRun extends Paints {
  readonly accounts: number;
  readonly import: readonly number[];
  readonly deriveKey: readonly number[];
  readonly unlock: readonly number[];
  readonly list: readonly number[];
  readonly settingsList: readonly number[];
  readonly searchKey: readonly number[];
  readonly write: readonly number[];
}

/** Milliseconds, of each round, until the page has painted its first content, and until the browser has shown it. */
interface Paints {
  /** Of a text file of the extension: what is the browser's own. */
  readonly textFile: readonly number[];
  readonly textFileShown: readonly number[];
  /** Of the popup that hangs on its button. */
  readonly firstPaint: readonly number[];
  readonly firstShown: readonly number[];
  readonly settingsFirstPaint: readonly number[];
  readonly settingsFirstShown: readonly number[];
}

async function measure(accounts: number): Promise<VaultRun> {
  const profile = await mkdtemp(join(tmpdir(), 'lifeguard-vault-bench-'));
  try {
    return { ...(await measureWork(profile, accounts)), ...(await measurePaints(profile)) };
  } finally {
    await rm(profile, { recursive: true, maxRetries: 10 });
  }
}

async function measureWork(profile: string, accounts: number): Promise<Omit<VaultRun, keyof Paints>> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await provideChromium({ log: console.error }),
    args: [
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    return await measureIn(context, accounts);
  } finally {
    await context.close();
  }
}

/** Of the same vault, by turns. */
async function measurePaints(profile: string): Promise<Paints> {
  await using browser = await startUnwatchedChromium(profile, EXTENSION);
  const paints = {
    textFile: [] as number[],
    textFileShown: [] as number[],
    firstPaint: [] as number[],
    firstShown: [] as number[],
    settingsFirstPaint: [] as number[],
    settingsFirstShown: [] as number[],
  };
  // What is opened for the first time is read from the disk.
  await browser.openPopup();
  for (let round = 0; round < rounds; round += 1) {
    const popup = await browser.openPopup();
    paints.firstPaint.push(popup.painted);
    paints.firstShown.push(popup.shown);
    const settings = await browser.openTab('/src/options/index.html');
    paints.settingsFirstPaint.push(settings.painted);
    paints.settingsFirstShown.push(settings.shown);
    const textFile = await browser.openTab('/managed-schema.json');
    paints.textFile.push(textFile.painted);
    paints.textFileShown.push(textFile.shown);
  }
  return paints;
}

async function measureIn(context: BrowserContext, accounts: number): Promise<Omit<VaultRun, keyof Paints>> {
  const lifeguard = await chromiumExtension(context);
  const first = context.pages()[0]!;
  const popup = await lifeguard.openPopup(first);
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  const settings = await lifeguard.openSettings();
  const imported = { entries: entriesOf(accounts), rejected: [], skipped: 0, batches: [] };
  const run = {
    accounts,
    import: [await millisOf(() => askBackground(settings, 'importAccounts', { imported }))],
    deriveKey: [] as number[],
    unlock: [] as number[],
    list: [] as number[],
    settingsList: [] as number[],
    searchKey: [] as number[],
    write: [] as number[],
  };
  const { accounts: listed } = (await askBackground(settings, 'listAccounts')) as Listed;
  if (listed.length !== accounts) throw new Error(`${listed.length} of ${accounts} accounts were imported`);
  for (let round = 0; round < rounds; round += 1) {
    const name = { id: listed[0]!.id, issuer: `Round ${round}`, account: 'written', tags: [] };
    run.write.push(await millisOf(() => askBackground(settings, 'editAccount', name)));
    // Nothing of it may be in the memory of the background.
    await lifeguard.stopWorker();
    await askBackground(settings, 'lockVault');
    const opened = await unlock(settings);
    run.deriveKey.push(opened.deriveKey);
    run.unlock.push(opened.unlock);
    const shown = await popupDocumentIn(context, settings.url());
    run.list.push(shown.list);
    run.searchKey.push(...shown.searchKeys);
    run.settingsList.push(await settingsListIn(context, settings.url()));
  }
  return run;
}

interface Listed {
  readonly accounts: readonly { readonly id: string }[];
}

/** As the page does it that asks for the password. */
async function unlock(settings: Page): Promise<{ readonly deriveKey: number; readonly unlock: number }> {
  await settings.reload();
  await settings.locator('#password').fill(VAULT_PASSWORD);
  await settings.evaluate(() => {
    const marks = { submitted: 0, asked: 0, answered: 0 };
    Object.assign(globalThis, { marks });
    const { runtime } = globalThis.browser;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (async (message: { readonly name: string }) => {
      if (message.name !== 'unlockVault') return send(message);
      marks.asked = performance.now();
      const answer: unknown = await send(message);
      marks.answered = performance.now();
      return answer;
    }) as typeof runtime.sendMessage;
    document.querySelector('form')!.addEventListener('submit', () => (marks.submitted = performance.now()), true);
  });
  await settings.locator('#unlock').click();
  await settings.locator('main h1').getByText('settings').waitFor();
  return settings.evaluate(() => {
    const { submitted, asked, answered } = (globalThis as unknown as { marks: Record<string, number> }).marks;
    return { deriveKey: asked! - submitted!, unlock: answered! - asked! };
  });
}

function entriesOf(count: number) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from({ length: count }, (_, place) => ({
    key: {
      type: 'totp',
      issuer: `Company ${place % 997}`,
      account: `person${place}@mail.example`,
      secretBase32: Array.from(
        { length: 32 },
        (_letter, at) => alphabet[(place * 7 + at * 11 + (place >> 5)) % 32],
      ).join(''),
      algorithm: 'SHA1',
      digits: 6,
      periodInSeconds: 30,
      counter: 0,
    },
    trashed: false,
  }));
}

async function millisOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
