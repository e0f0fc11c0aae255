/** Texts that were paid for, and their price in millionths of a dollar. */
export interface SpendSum {
  readonly texts: number;
  readonly costInMicroUsd: number;
}

/** What the texts of a month have cost: the answer of `GET sms/spend`. Money is in millionths of a dollar, days and months are in UTC. */
export interface SpendReport {
  /** `2026-11` */
  readonly month: string;
  readonly limitInMicroUsd: number;
  /** With what is reserved at this moment. */
  readonly spentInMicroUsd: number;
  readonly texts: number;
  /** Of those, what receipts have said; gateways without receipts say nothing. */
  readonly delivered: number;
  readonly undelivered: number;
  readonly byDay: readonly ({ readonly day: string } & SpendSum)[];
  /** The dearest first; `--` for numbers of no country. */
  readonly byCountry: readonly ({ readonly country: string } & SpendSum)[];
  /** Texts that were not sent, the most frequent reason first. */
  readonly refusals: readonly { readonly reason: string; readonly texts: number }[];
}

/** A wish for a higher monthly limit, and what became of it: one of the answer of `GET sms/limit-requests`. */
export interface LimitRequest {
  readonly id: string;
  readonly amountInMicroUsd: number;
  readonly reason: string;
  readonly state: 'open' | 'approved' | 'denied';
  readonly requestedBy: string;
  readonly requestedAtInMillis: number;
  readonly decidedBy?: string;
  readonly decidedAtInMillis?: number;
}
