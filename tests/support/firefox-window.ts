import { expect } from '@playwright/test';
import type { Marionette } from './marionette.ts';

/** Opens a window, does what has to be done there, and goes back; the window may be gone by then. */
export async function inNewWindow(
  { send }: Marionette,
  open: () => Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  const handles = async () => (await send('WebDriver:GetWindowHandles')) as readonly string[];
  const { value: current } = (await send('WebDriver:GetWindowHandle')) as { readonly value: string };
  const before = await handles();
  await open();
  let opened: string | undefined;
  await expect
    .poll(async () => (opened = (await handles()).find((handle) => !before.includes(handle))), 'a new window')
    .toBeDefined();
  await send('WebDriver:SwitchToWindow', { handle: opened });
  try {
    await work();
  } finally {
    await send('WebDriver:SwitchToWindow', { handle: current });
  }
}
