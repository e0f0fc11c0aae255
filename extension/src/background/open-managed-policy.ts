import { browser } from '../browser.ts';
import { type ManagedPolicy, parseManagedPolicy } from '../managed-policy.ts';

/** The policy of the organisation. Read once, because the first time takes a browser half a second, and again when it changes. */
export function openManagedPolicy(): () => Promise<ManagedPolicy> {
  let policy = readManagedPolicy();
  browser.storage.managed.onChanged.addListener(() => {
    policy = readManagedPolicy();
  });
  return () => policy;
}

/** Firefox rejects where nobody has laid down anything. */
async function readManagedPolicy(): Promise<ManagedPolicy> {
  return parseManagedPolicy(await browser.storage.managed.get().catch(() => ({})));
}
