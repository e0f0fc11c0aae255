import { MemoryLedger } from '../memory-ledger.ts';
import type { StoredCode } from '../../ports.ts';

/** A text or a mail as the person got it. */
export interface SentMessage {
  readonly realm: string;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
}

export interface Failures {
  readonly count: number;
  readonly lastInMillis: number;
  readonly lockedUntilInMillis: number;
}

/** What has transactions of its own in Keycloak, and stays when a request is rolled back. */
export class Beside {
  readonly texts: SentMessage[] = [];
  readonly mails: SentMessage[] = [];
  readonly events: {
    readonly realm: string;
    readonly type: string;
    readonly user?: string;
    readonly error?: string;
    readonly reason?: string;
    /** Whose wrong code the metrics count. */
    readonly factor?: string;
  }[] = [];
  readonly codes = new Map<string, StoredCode & { readonly code: string }>();
  readonly failures = new Map<string, Failures>();
  /** What the gateway and the sender of mails answer. */
  gateway: 'accepted' | 'refused' | 'unknown' = 'accepted';
  mailer: 'accepted' | 'refused' = 'accepted';
  private readonly objects = new Map<string, { readonly value: string; readonly endsAtInMillis: number }>();
  private readonly ledgers = new Map<string, MemoryLedger>();

  /** Puts a single-use object unless there is one: true for exactly one caller. */
  putIfAbsent(key: string, now: number, lifeInSeconds: number, value = ''): boolean {
    if (this.object(key, now) !== undefined) return false;
    this.objects.set(key, { value, endsAtInMillis: now + lifeInSeconds * 1_000 });
    return true;
  }

  object(key: string, now: number): string | undefined {
    const found = this.objects.get(key);
    return found === undefined || found.endsAtInMillis <= now ? undefined : found.value;
  }

  removeObject(key: string): void {
    this.objects.delete(key);
  }

  ledger(realmId: string): MemoryLedger {
    const ledger = this.ledgers.get(realmId) ?? new MemoryLedger();
    this.ledgers.set(realmId, ledger);
    return ledger;
  }
}
