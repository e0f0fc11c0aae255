import { topFrame } from '../fill/page-frame.ts';
import type { TabApi } from '../messages/tab-api.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import type { Vault } from '../vault/vault.ts';
import { type Frames, refusedIfGone } from './frames.ts';
import type { Picks } from './picks.ts';

export interface PickPorts {
  readonly vault: Pick<Vault, 'accounts'>;
  readonly frames: Frames;
  readonly picks: Pick<Picks, 'begin'>;
}

/** Lets the user name the code field in the documents of the tab's own origin, for the accounts that are filled there. */
export function pickField(tabId: number, ports: PickPorts): ReturnType<TabApi['pickField']> {
  return refusedIfGone(begin(tabId, ports));
}

async function begin(tabId: number, { vault, frames, picks }: PickPorts): ReturnType<TabApi['pickField']> {
  const accounts = await vault.accounts();
  if (accounts === undefined) return { ok: false, reason: 'locked' };
  const read = await frames.read(tabId);
  const origin = topFrame(read)?.origin;
  if (origin === undefined) return { ok: false, reason: 'no-access' };
  if (!accounts.some((account) => isBoundTo(account, origin))) return { ok: false, reason: 'not-bound' };
  await picks.begin(
    tabId,
    read.filter((frame) => frame.origin === origin),
  );
  return { ok: true };
}
