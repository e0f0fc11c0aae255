import { secretBytes } from '@lifeguard/shared/otp';
import { bytesToBase64 } from '../base64.ts';
import type { Account } from '../vault/account.ts';
import { writeProtobuf } from './write-protobuf.ts';

/** What Google Authenticator can take, as texts of QR codes, and what it can't. */
export interface MigrationExport {
  readonly uris: readonly string[];
  /** Other digits, another period, or codes of Steam. */
  readonly left: readonly Account[];
}

// The numbers of the fields, and of the values that they have.
const PAYLOAD = { parameters: 1, version: 2, batchSize: 3, batchIndex: 4, batchId: 5 } as const;
const PARAMETERS = { secret: 1, name: 2, issuer: 3, algorithm: 4, digits: 5, type: 6 } as const;
const ALGORITHMS = { SHA1: 1, SHA256: 2, SHA512: 3 } as const;
const DIGITS: Readonly<Record<number, number>> = { 6: 1, 8: 2 };
const TYPE_TOTP = 2;
const PERIOD_IN_SECONDS = 30;
const VERSION = 1;
/** As many as the app itself puts into a QR code that a camera can still read. */
const IN_A_BATCH = 10;

/**
 * Writes Google Authenticator's export.
 * @param batchId holds the QR codes of one export together; a positive 32-bit number
 * @see https://github.com/qistoph/otp_export/blob/master/OtpMigration.proto
 */
export function migrationUris(accounts: readonly Account[], batchId: number): MigrationExport {
  const taken = accounts.filter(isTaken);
  const size = Math.ceil(taken.length / IN_A_BATCH);
  const uris = Array.from({ length: size }, (_, index) => {
    const batch = taken.slice(index * IN_A_BATCH, (index + 1) * IN_A_BATCH);
    const payload = writeProtobuf([
      ...batch.map((account) => [PAYLOAD.parameters, writeParameters(account)] as const),
      [PAYLOAD.version, VERSION],
      [PAYLOAD.batchSize, size],
      [PAYLOAD.batchIndex, index],
      [PAYLOAD.batchId, batchId],
    ]);
    return `otpauth-migration://offline?data=${encodeURIComponent(bytesToBase64(payload))}`;
  });
  return { uris, left: accounts.filter((account) => !isTaken(account)) };
}

function isTaken({ type, digits, periodInSeconds }: Account): boolean {
  return type === 'totp' && digits in DIGITS && periodInSeconds === PERIOD_IN_SECONDS;
}

function writeParameters({ issuer, account, secretBase32, algorithm, digits }: Account): Uint8Array {
  return writeProtobuf([
    [PARAMETERS.secret, secretBytes(secretBase32)],
    [PARAMETERS.name, utf8(nameOf(issuer, account))],
    [PARAMETERS.issuer, utf8(issuer)],
    [PARAMETERS.algorithm, ALGORITHMS[algorithm]],
    [PARAMETERS.digits, DIGITS[digits]!],
    [PARAMETERS.type, TYPE_TOTP],
  ]);
}

/** An empty issuer keeps a colon in the account from separating. */
function nameOf(issuer: string, account: string): string {
  return issuer !== '' || account.includes(':') ? `${issuer}:${account}` : account;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
