import { accountShown } from '../fill/choose-account.ts';
import { chooseCodeField, type ChosenField } from '../fill/choose-code-field.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import type { Account } from '../vault/account.ts';
import type { FailedFills } from './failed-fills.ts';
import { fillFrames, type FillPorts } from './fill-code.ts';

export interface CommandPorts extends FillPorts {
  readonly failedFills: Pick<FailedFills, 'remember'>;
  readonly openPopup: (tabId: number) => Promise<void>;
}

/**
 * The keyboard command: fills when one account is bound to the field's origin, or one of several is named on the page, else
 * opens the popup, which asks for the password, lets the user choose, or says why nothing was filled.
 */
export async function fillByCommand(tabId: number, ports: CommandPorts): Promise<void> {
  const accounts = await ports.vault.accounts();
  if (accounts === undefined) return ports.openPopup(tabId);
  const frames = await ports.picks.find(tabId, await ports.frames.read(tabId), accounts);
  await fillOrTell({ tabId, frames, accounts }, ports);
}

/** The rest, for frames that were read. */
export async function fillOrTell(
  {
    tabId,
    frames,
    accounts,
  }: { readonly tabId: number; readonly frames: readonly PageFrame[]; readonly accounts: readonly Account[] },
  ports: CommandPorts,
): Promise<void> {
  const account = accountFor(chooseCodeField(frames), accounts);
  const answer = account && (await fillFrames({ tabId, account, frames }, ports));
  if (answer?.ok) return;
  const reason = answer?.reason;
  // Who has just said so needs no popup that says it back.
  if (reason === 'cancelled') return;
  if (reason !== undefined && reason !== 'locked' && reason !== 'no-account') {
    await ports.failedFills.remember(tabId, reason);
  }
  await ports.openPopup(tabId);
}

/** The one active account of the field's origin; a staged one only where there is no active one. */
function accountFor(chosen: ChosenField, accounts: readonly Account[]): Account | undefined {
  if (!chosen.ok) return undefined;
  const bound = accounts.filter((account) => isBoundTo(account, chosen.frame.origin));
  const active = bound.filter(({ state }) => state === 'active');
  const choices = active.length > 0 ? active : bound;
  return choices.length === 1 ? choices[0] : accountShown(choices, chosen.frame);
}
