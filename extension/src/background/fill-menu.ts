import type { Menus } from 'webextension-polyfill';
import { browser } from '../browser.ts';

const ITEM = 'fill-code';

/** A frame of a tab in whose field the user has opened the browser's menu. */
export interface MenuTarget {
  readonly tabId: number;
  readonly frameId: number;
}

/** Puts “Fill code” into the menu of fields, of passwords too. The browser keeps it until the next installation. */
export function addFillMenu(): void {
  browser.contextMenus.create({ id: ITEM, title: browser.i18n.getMessage('fill'), contexts: FIELDS });
}

/** Chromium counts fields for passwords among the editable ones. */
const FIELDS: Menus.ContextType[] = import.meta.env.MODE === 'firefox' ? ['editable', 'password'] : ['editable'];

export function onFillMenu(fill: (target: MenuTarget) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    if (menuItemId === ITEM && tab?.id !== undefined) void fill({ tabId: tab.id, frameId });
  });
}
