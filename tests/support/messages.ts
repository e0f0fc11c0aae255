import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../server-plugin/java/src/main/resources/theme-resources/messages');

/** What a page says in a language (`pt-BR`), by the key of the text and its parameters in turn. */
export function pageText(locale: string, key: string, ...parameters: readonly string[]): string {
  const file = join(folder, `messages_${locale.replace('-', '_')}.properties`);
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`${key}=`));
  if (line === undefined) throw new Error(`${file} has no ${key}`);
  const pattern = line.slice(key.length + 1).replaceAll("''", "'");
  return pattern.replace(/\{(\d)\}/g, (_, index: string) => parameters[Number(index)] ?? '');
}

/** Matches what contains a text. */
export function containing(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
