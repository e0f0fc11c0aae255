/** The answer of `GET sms/spend`: what texts of a month have cost, settled and reserved. Money is in micro-USD. */
export interface SpendAnswer {
  /** `2026-11` */
  readonly month: string;
  readonly limitInMicroUsd: number;
  readonly spentInMicroUsd: number;
  readonly texts: number;
  readonly byDay: readonly { readonly day: string; readonly texts: number; readonly costInMicroUsd: number }[];
  readonly byCountry: readonly { readonly country: string; readonly texts: number; readonly costInMicroUsd: number }[];
  readonly refusals: readonly { readonly reason: string; readonly texts: number }[];
}

/** One of `GET sms/limit-requests`: somebody wants a higher limit. */
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
