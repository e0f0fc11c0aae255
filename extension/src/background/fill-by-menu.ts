import { findCodeFields } from '../detect/code-field.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import { type CommandPorts, fillOrTell } from './fill-by-command.ts';
import type { MenuTarget } from './fill-menu.ts';

/**
 * Fills the field in which the user has opened the browser's menu, which gave it the focus: by their word also one that nothing else shows to
 * be for a code, but never one that wants a code from elsewhere. Of another site's frames only what a fill would choose by itself.
 */
export async function fillByMenu({ tabId, frameId }: MenuTarget, ports: CommandPorts): Promise<void> {
  const accounts = await ports.vault.accounts();
  if (accounts === undefined) return ports.openPopup(tabId);
  const read = await ports.frames.read(tabId);
  const clicked = read.find((frame) => frame.frameId === frameId);
  const frames = [...new Set([topFrame(read), clicked])].filter((frame) => frame !== undefined);
  await fillOrTell(
    { tabId, accounts, frames: frames.map((frame) => (frame === clicked ? withPick(frame) : frame)) },
    ports,
  );
}

function withPick(frame: PageFrame): PageFrame {
  const focused = frame.signals.fields.find(({ hasFocus }) => hasFocus)?.index;
  if (focused === undefined) return frame;
  const found = findCodeFields(frame.signals).find(({ boxes }) => boxes.includes(focused));
  const isFromElsewhere = found !== undefined && found.kind !== 'totp';
  return isFromElsewhere ? frame : { ...frame, pickedField: focused };
}
