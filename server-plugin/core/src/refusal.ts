import type { MessageKey } from './message-key.ts';

/** An error page. `reason` goes to the event and the log, never to the user. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly reason: string;
  readonly message: MessageKey;
}

export function refuse(reason: string, message: MessageKey): Refusal {
  return { kind: 'refusal', reason, message };
}
