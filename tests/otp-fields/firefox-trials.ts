import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { type Firefox, startFirefox } from '../support/firefox.ts';
import { type CorpusPage, documentsOf } from './corpus-page.ts';
import { doInPage, type PageFields, type PageTask, selectorsOf } from './firefox-page-fields.ts';
import { pressFill } from './press-fill.ts';
import { serveAtOrigins } from '../support/serve-at-origins.ts';
import type { Trial } from './trial.ts';
import { trialAccount } from './trial-account.ts';

/** Time for a page to come to rest, and to make of the code what it wants. */
const SETTLING_IN_MILLIS = 700;

/** Fills the pages one after the other with the built extension, as a user does by the toolbar button. */
export async function* firefoxTrials(corpus: string, pages: readonly CorpusPage[]): AsyncGenerator<Trial> {
  let documents: ReadonlyMap<string, string> = new Map();
  await using proxy = await serveAtOrigins((address) => {
    const file = documents.get(address);
    return file === undefined ? undefined : readFileSync(file);
  });
  await using firefox = await startFirefox({ proxyPort: proxy.port });
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  for (const label of pages) {
    documents = documentsOf(corpus, label);
    yield await trial(firefox, label);
  }
}

async function trial(firefox: Firefox, label: CorpusPage): Promise<Trial> {
  const selectors = selectorsOf(label);
  const inPage = async (task: PageTask['task'], on = selectors) =>
    (await firefox.page.runAsBrowser(doInPage, { task, selectors: on })) as PageFields | undefined;

  await firefox.page.goto(`${label.origin}/${label.file}`);
  for (const { click, wait } of label.prepare ?? []) {
    if (click !== undefined) await inPage('click', [[click]]);
    if (wait !== undefined) await sleep(wait);
  }
  await sleep(SETTLING_IN_MILLIS);
  const digits = label.targets.find((target) => target.digits !== undefined)?.digits ?? 6;
  const { uri, codes } = trialAccount(digits, label.account ?? 'somebody');
  const { id } = (await firefox.askBackground('addAccountByUri', { uri })) as { readonly id: string };
  await firefox.askBackground('bindOrigin', { id, origin: label.origin });
  await inPage('remember');
  const answer = await pressFill(await firefox.openPopup());
  await sleep(SETTLING_IN_MILLIS);
  const after = await inPage('compare');
  await firefox.askBackground('removeAccount', { id });
  return { file: label.file, codes, ...answer, ...after! };
}
