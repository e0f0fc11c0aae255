import type { Vector } from '../vectors.ts';

/** An entry as `expected.json` writes it; `code` is that of the counter for HOTP, else that of the corpus's time. */
export interface ExpectedEntry {
  readonly issuer: string;
  readonly account: string;
  readonly secretHex: string;
  readonly type: string;
  readonly algorithm: string;
  readonly digits: number;
  readonly period?: number;
  readonly counter?: number;
  readonly code: string;
}

export interface ExpectedRejection {
  readonly reason: string;
  readonly index?: number;
  readonly line?: number;
  readonly name?: string;
}

interface ExpectedBatch {
  readonly id: number;
  readonly size: number;
  readonly present: readonly number[];
  readonly missing: readonly number[];
}

/** One file with its password and the result to give. The corpus's README says what each field means. */
export interface ImportCase extends Vector {
  readonly file: string;
  readonly password?: string;
  readonly error?: string;
  readonly mayError?: string;
  readonly entries?: readonly ExpectedEntry[];
  readonly entriesIfAccepted?: readonly ExpectedEntry[];
  readonly rejected?: readonly ExpectedRejection[];
  readonly skipped?: number;
  readonly alt?: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly mayReject?: Readonly<Record<string, string>>;
  readonly batch?: ExpectedBatch;
  readonly batches?: readonly ExpectedBatch[];
  readonly orderFree?: boolean;
  readonly duplicates?: readonly (readonly [number, number])[];
  readonly trashed?: readonly number[];
  readonly optional?: boolean;
}

export function isImportCase(candidate: unknown): candidate is ImportCase {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { id, file, password, error, entries, rejected } = candidate as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof file === 'string' &&
    (password === undefined || typeof password === 'string') &&
    (typeof error === 'string' || Array.isArray(entries)) &&
    (rejected === undefined || Array.isArray(rejected))
  );
}
