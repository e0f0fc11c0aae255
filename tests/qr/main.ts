import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openQrPage } from './qr-page.ts';

// Has pictures of a corpus read in Chromium by the extension's own code, and prints a line of JSON for each.

const TYPES: Readonly<Record<string, string>> = {
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** A text file holds the data URL itself. */
function sourceOf(path: string): string {
  const type = TYPES[extname(path).toLowerCase()];
  return type === undefined
    ? readFileSync(path, 'utf8').trim()
    : `data:${type};base64,${readFileSync(path).toString('base64')}`;
}

const { values, positionals } = parseArgs({ options: { corpus: { type: 'string' } }, allowPositionals: true });
await using pictures = await openQrPage();
for (const file of positionals) {
  const reading = await pictures.read(sourceOf(join(values.corpus!, file)));
  console.log(JSON.stringify({ file, ...reading }));
}
