import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Chromium looks for `pt_PT`, then for `pt`, and takes English rather than `pt_BR`. */
const SOURCES = { pt_PT: 'pt_BR' };

/** Gives languages the texts of the one that their speakers read best, where browsers wouldn't. */
export function copiedLocales(): Plugin {
  return {
    name: 'copied-locales',
    async generateBundle() {
      for (const [locale, from] of Object.entries(SOURCES)) {
        const source = await readFile(join(import.meta.dirname, 'public', messagesOf(from)));
        this.emitFile({ type: 'asset', fileName: messagesOf(locale), source });
      }
    },
  };
}

function messagesOf(locale: string): string {
  return `_locales/${locale}/messages.json`;
}
