import { topFrame } from '../fill/page-frame.ts';
import type { Account } from '../vault/account.ts';
import { fillFrames, type FillPorts } from './fill-code.ts';

export interface CommandPorts extends FillPorts {
  readonly openPopup: (tabId: number) => Promise<void>;
}

/**
 * The keyboard command: fills when exactly one account is bound to the page, else opens the popup, which asks for the
 * password, lets the user choose, or says why there is nothing to fill.
 */
export async function fillByCommand(tabId: number, ports: CommandPorts): Promise<void> {
  const accounts = await ports.vault.accounts();
  if (accounts === undefined) return ports.openPopup(tabId);
  const frames = await ports.frames.read(tabId);
  const account = onlyAccountAt(topFrame(frames)?.origin, accounts);
  const answer = account && (await fillFrames({ tabId, account, frames }, ports));
  if (!answer?.ok) await ports.openPopup(tabId);
}

/** The one active account of an origin; a staged one only where there is no active one. */
function onlyAccountAt(origin: string | undefined, accounts: readonly Account[]): Account | undefined {
  const bound = accounts.filter(({ origins }) => origin !== undefined && origins.includes(origin));
  const active = bound.filter(({ state }) => state === 'active');
  const choices = active.length > 0 ? active : bound;
  return choices.length === 1 ? choices[0] : undefined;
}
