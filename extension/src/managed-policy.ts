/** What an organisation has laid down for its browsers, in `storage.managed`: `managed-schema.json` names the keys. */
export interface ManagedPolicy {
  /** The longest time that the vault may stay open without use; absent: the user decides. */
  readonly maxLockAfterInMinutes?: number;
  /** Whether accounts may leave the vault, in backups or exports. */
  readonly exportAllowed: boolean;
  /** In characters, for a new password. */
  readonly minPasswordLength: number;
  /** The one user pool that people connect to; absent: they name one. */
  readonly pool?: ManagedPool;
}

interface ManagedPool {
  /** The issuer of its realm. */
  readonly address: string;
  /** Its client for the extension; absent: the one that `lifeguard cognito extension` makes. */
  readonly clientId?: string;
}

/** NIST SP 800-63B section 3.1.1.2 asks for 8 characters and advises 15. */
const MIN_PASSWORD_LENGTH = 10;
const MAX_PASSWORD_LENGTH = 64;

/** Reads the stored values. One that is not as the schema says is taken for the strictest that it may have meant. */
export function parseManagedPolicy(stored: Readonly<Record<string, unknown>>): ManagedPolicy {
  const { lockAfterInMinutes, exportAllowed, minPasswordLength, pool } = stored;
  return {
    ...(lockAfterInMinutes !== undefined && { maxLockAfterInMinutes: wholeNumber(lockAfterInMinutes, 1, 240) ?? 1 }),
    exportAllowed: exportAllowed === undefined || exportAllowed === true,
    minPasswordLength:
      minPasswordLength === undefined
        ? MIN_PASSWORD_LENGTH
        : (wholeNumber(minPasswordLength, MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH) ?? MAX_PASSWORD_LENGTH),
    ...(pool !== undefined && { pool: parsePool(pool) }),
  };
}

function wholeNumber(value: unknown, min: number, max: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
}

/** An address that can't be read stays: connecting to it is refused, and to any other one too. */
function parsePool(stored: unknown): ManagedPool {
  const { address, clientId } = Object(stored) as Readonly<Record<string, unknown>>;
  return {
    address: typeof address === 'string' ? address : '',
    ...(typeof clientId === 'string' && clientId !== '' && { clientId }),
  };
}
