import { browser } from '../browser.ts';
import clock from '../content/clock.iife.ts?script&iife';
import fields from '../content/lifeguard.iife.ts?script&iife';
import pick from '../content/pick.iife.ts?script&iife';
import setUp from '../content/set-up.iife.ts?script&iife';
import type { Message } from '../border.ts';
import type { ContentScript } from './frames.ts';

const PATHS: Readonly<Record<ContentScript, string>> = { clock, fields, pick, 'set-up': setUp };

/**
 * Runs a content script in every frame that the grant for the tab covers: those of its own origin. At once, because a
 * page that still loads a picture is ready to be filled.
 */
export async function injectContentScript(tabId: number, script: ContentScript) {
  return browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [PATHS[script].replace(/^\//, '')],
    injectImmediately: true,
  });
}

export function sendToDocument(tabId: number, documentId: string, message: Message): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { documentId });
}

export async function captureTab(tabId: number): Promise<string> {
  const { windowId } = await browser.tabs.get(tabId);
  return browser.tabs.captureVisibleTab(windowId, { format: 'png' });
}

/**
 * In Chromium the grant of activeTab lasts as long as the tab stays at its origin, so a tab whose address is hidden has
 * left it. Firefox ends the grant with every navigation: there it means nothing.
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/activeTab
 */
export async function lostSightMeansLeft(tabId: number): Promise<boolean> {
  return import.meta.env.MODE === 'chrome' && (await browser.tabs.get(tabId)).url === undefined;
}

const OUTCOMES = { accepted: { text: '✓', color: '#1a7f4b' }, refused: { text: '!', color: '#b3261e' } } as const;

/** Marks the toolbar button of a tab until it navigates. */
export async function announceOnButton(tabId: number, outcome: keyof typeof OUTCOMES): Promise<void> {
  const { text, color } = OUTCOMES[outcome];
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setBadgeText({ tabId, text });
}

/** Whether the button of a tab says that an account was accepted. It says so no longer, because the popup does. */
export async function takeAccepted(tabId: number): Promise<boolean> {
  if ((await browser.action.getBadgeText({ tabId })) !== OUTCOMES.accepted.text) return false;
  await browser.action.setBadgeText({ tabId, text: '' });
  return true;
}

/** Counts down on the toolbar button of a tab. */
export async function showSecondsOnButton(tabId: number, seconds: number | undefined): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#1f5fbf' });
  await browser.action.setBadgeText({ tabId, text: seconds === undefined ? '' : String(seconds) });
}

/** Where no window has the focus no popup opens; the button then shows that there is something to see. */
export async function openPopupOver(tabId: number): Promise<void> {
  await browser.action.openPopup().catch(() => announceOnButton(tabId, 'refused'));
}
