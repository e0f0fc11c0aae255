import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { askBackground } from '../support/ask-background.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { type ChromiumExtension, chromiumExtension } from '../support/chromium-extension.ts';
import type { CorpusPage } from './corpus-page.ts';
import { changedFields, rememberValues, targetValues } from './field-values.ts';
import { openCorpusPage, prepareContext } from './open-page.ts';
import { pressFill } from './press-fill.ts';
import type { Trial } from './trial.ts';
import { trialAccount } from './trial-account.ts';

const EXTENSION = join(import.meta.dirname, '../../extension/dist/chrome');
/** Time for the page to make of the code what it wants. */
const SETTLING_IN_MILLIS = 500;

/** Fills the pages one after the other with the built extension, as a user does by the toolbar button. */
export async function* chromiumTrials(corpus: string, pages: readonly CorpusPage[]): AsyncGenerator<Trial> {
  const profile = await mkdtemp(join(tmpdir(), 'lifeguard-trials-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await provideChromium({ log: console.error }),
    viewport: { width: 1280, height: 900 },
    args: [
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    await prepareContext(context);
    const lifeguard = await chromiumExtension(context);
    const settings = await lifeguard.openSettings();
    const first = context.pages()[0]!;
    const popup = await lifeguard.openPopup(first);
    await popup.choosePassword(VAULT_PASSWORD);
    await popup.close();
    for (const label of pages) yield await trial({ context, lifeguard, settings, corpus, label });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, maxRetries: 10 });
  }
}

interface TrialInput {
  readonly context: BrowserContext;
  readonly lifeguard: ChromiumExtension;
  /** A page of the extension, which may ask the background. */
  readonly settings: Page;
  readonly corpus: string;
  readonly label: CorpusPage;
}

async function trial({ context, lifeguard, settings, corpus, label }: TrialInput): Promise<Trial> {
  const digits = label.targets.find(({ digits: count }) => count !== undefined)?.digits ?? 6;
  const page = await openCorpusPage(context, corpus, label);
  const { uri, codes } = trialAccount(digits, label.account ?? 'somebody');
  const { id } = (await askBackground(settings, 'addAccountByUri', { uri })) as { readonly id: string };
  await askBackground(settings, 'bindOrigin', { id, origin: label.origin });
  try {
    await rememberValues(page, label);
    const popup = await lifeguard.openPopup(page);
    const answer = await pressFill(popup);
    await page.waitForTimeout(SETTLING_IN_MILLIS);
    return {
      file: label.file,
      codes,
      ...answer,
      changed: await changedFields(page),
      values: await targetValues(page, label),
      result: await page.evaluate<Trial['result']>('globalThis.__result?.()'),
    };
  } finally {
    await askBackground(settings, 'removeAccount', { id });
    await page.close();
  }
}
