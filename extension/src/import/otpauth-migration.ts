import { parseBase64, required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, type ImportBatch, type ImportedExport, rejected } from './import-result.ts';
import type { Importer } from './importer.ts';
import { type MigrationPayload, parseMigrationPayload } from './migration-payload.ts';
import { readOtpUri } from './read-otp-text.ts';
import { significantLines, type TextLine } from './text-lines.ts';

const MIGRATION_LINE = /^[ \t]*otpauth-migration:/im;
const MIGRATION = /^otpauth-migration:/i;
const DATA = /[?&]data=([^&#]*)/i;

/**
 * Google Authenticator's export: the URI of its QR code, or the URIs of several, one a line. A batch that stands there
 * twice counts once.
 */
export const otpauthMigration: Importer = {
  format: 'otpauth-migration',
  recognizes: ({ text = '' }) => MIGRATION_LINE.test(text),
  read({ text = '' }) {
    const lines = significantLines(text);
    const payloads = lines.map(readPayload);
    if (payloads.every((payload) => payload === undefined)) throw new ImportRefusal('corrupt');
    return collectLines(lines, payloads);
  },
};

/** `undefined` for a line that is no readable batch. */
function readPayload({ content }: TextLine): MigrationPayload | undefined {
  if (!MIGRATION.test(content)) return undefined;
  try {
    return parseMigrationPayload(decodeData(DATA.exec(content)?.[1] ?? ''));
  } catch (error) {
    if (error instanceof ImportRefusal) return undefined;
    throw error;
  }
}

/** Base64 with or without escapes. A plus sign is one of its characters, and what was made a blank of it, too. */
function decodeData(data: string): Uint8Array {
  let text = data;
  try {
    text = decodeURIComponent(data);
  } catch (cause) {
    throw new ImportRefusal('corrupt', { cause });
  }
  return required(parseBase64(text.replaceAll(/[ -]/g, '+').replaceAll('_', '/')));
}

function collectLines(lines: readonly TextLine[], payloads: readonly (MigrationPayload | undefined)[]): ImportedExport {
  const batches = new Map<number, MigrationPayload[]>();
  const results: { readonly result: EntryResult; readonly line?: number }[] = [];
  for (const [place, { content, line }] of lines.entries()) {
    const payload = payloads[place];
    if (payload === undefined) {
      const result = MIGRATION.test(content) ? rejected('not-otpauth', '') : readOtpUri(content);
      results.push({ result, line });
      continue;
    }
    const known = batches.get(payload.batchId) ?? [];
    batches.set(payload.batchId, known);
    // Exports of their own may share an identifier that they leave out.
    if (payload.batchSize > 1 && known.some(({ batchIndex }) => batchIndex === payload.batchIndex)) continue;
    known.push(payload);
    results.push(...payload.entries.map((result) => ({ result })));
  }
  const collected = collectEntries(
    results.map(({ result }) => result),
    (index) => {
      const line = results[index]?.line;
      return line === undefined ? { index } : { line };
    },
  );
  return { ...collected, batches: [...batches.values()].map(describeBatch) };
}

function describeBatch(payloads: readonly MigrationPayload[]): ImportBatch {
  const { batchId: id = 0, batchSize: size = 1 } = payloads[0] ?? {};
  const present = [...new Set(payloads.map(({ batchIndex }) => batchIndex))].toSorted((one, other) => one - other);
  const missing = Array.from({ length: size }, (_, index) => index).filter((index) => !present.includes(index));
  return { id, size, present, missing };
}
