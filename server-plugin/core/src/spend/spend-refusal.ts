/** Why an administrator's wish about money is not met. */
export interface SpendRefusal {
  readonly ok: false;
  readonly code:
    | 'invalid-amount'
    | 'invalid-month'
    | 'invalid-reason'
    | 'not-a-raise'
    | 'no-open-request'
    | 'too-many-open-requests'
    | 'settings-unreadable';
  /** A sentence for the operator. */
  readonly reason: string;
}
