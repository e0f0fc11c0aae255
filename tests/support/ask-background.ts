import type { Page } from '@playwright/test';

/** Asks the background what the extension's own pages ask, from one of them. */
export async function askBackground(page: Page, name: string, input?: unknown): Promise<unknown> {
  return page.evaluate(
    async (message) => {
      const reply = (await chrome.runtime.sendMessage(message)) as { readonly value: unknown };
      return reply.value;
    },
    { name, input },
  );
}
