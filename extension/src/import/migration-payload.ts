import { splitLabel } from '@lifeguard/shared/otp';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { parseProtobuf } from './protobuf.ts';
import { readKey } from './read-key.ts';

/** One QR code of Google Authenticator's export. */
export interface MigrationPayload {
  readonly entries: readonly EntryResult[];
  readonly batchId: number;
  readonly batchSize: number;
  readonly batchIndex: number;
}

// The numbers of the fields.
const PAYLOAD = { parameters: 1, batchSize: 3, batchIndex: 4, batchId: 5 } as const;
const PARAMETERS = { secret: 1, name: 2, issuer: 3, algorithm: 4, digits: 5, type: 6, counter: 7 } as const;
// 4 is MD5. What the file leaves unspecified is what the app takes by default.
const ALGORITHMS = ['SHA1', 'SHA1', 'SHA256', 'SHA512'] as const;
const DIGITS = [6, 6, 8] as const;
const TYPES = ['totp', 'hotp', 'totp'] as const;
// More codes than the app has ever shown in a row, and few enough to list those that are missing.
const MAX_BATCHES = 1000;

/**
 * Reads the message of an `otpauth-migration` URI. The format has no period: it is always 30 seconds.
 * @see https://github.com/qistoph/otp_export/blob/master/OtpMigration.proto
 * @throws ImportRefusal `corrupt`
 */
export function parseMigrationPayload(message: Uint8Array): MigrationPayload {
  const { bytes, varints } = parseProtobuf(message);
  const parameters = bytes.get(PAYLOAD.parameters) ?? [];
  const batchSize = varints.get(PAYLOAD.batchSize) ?? 1;
  const batchIndex = varints.get(PAYLOAD.batchIndex) ?? 0;
  if (parameters.length === 0) throw new ImportRefusal('corrupt');
  if (batchSize < 1 || batchSize > MAX_BATCHES || batchIndex < 0 || batchIndex >= batchSize) {
    throw new ImportRefusal('corrupt');
  }
  return { entries: parameters.map(readEntry), batchId: varints.get(PAYLOAD.batchId) ?? 0, batchSize, batchIndex };
}

/** What is broken within one entry stays its own trouble. */
function readEntry(message: Uint8Array): EntryResult {
  try {
    return readParameters(message);
  } catch (error) {
    if (error instanceof ImportRefusal) return rejected('not-an-entry', '');
    throw error;
  }
}

function readParameters(message: Uint8Array): EntryResult {
  const { bytes, varints } = parseProtobuf(message);
  const issuer = textOf(bytes.get(PARAMETERS.issuer));
  const label = splitLabel(textOf(bytes.get(PARAMETERS.name)), [issuer]);
  return readKey({
    type: TYPES[varints.get(PARAMETERS.type) ?? 0] ?? '?',
    issuer: issuer || label.issuer,
    account: label.account,
    secret: bytes.get(PARAMETERS.secret)?.at(-1),
    algorithm: ALGORITHMS[varints.get(PARAMETERS.algorithm) ?? 0] ?? '?',
    digits: DIGITS[varints.get(PARAMETERS.digits) ?? 0] ?? '?',
    counter: varints.get(PARAMETERS.counter),
  });
}

/** Of a field that is written twice the last one counts, as the encoding says. */
function textOf(values: readonly Uint8Array[] = []): string {
  return new TextDecoder().decode(values.at(-1)).trim();
}
