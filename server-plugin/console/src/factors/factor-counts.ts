/** How many users have which factor. Whoever has both is in `softwareToken` and in `sms` as well. */
export interface FactorCounts {
  readonly users: number;
  readonly softwareToken: number;
  readonly sms: number;
  readonly both: number;
  readonly none: number;
}

export type FactorPart = 'both' | 'softwareTokenOnly' | 'smsOnly' | 'none';

/** The same users in parts that do not overlap, so that they make up the whole. */
export function partsOf({ softwareToken, sms, both, none }: FactorCounts): Readonly<Record<FactorPart, number>> {
  return { both, softwareTokenOnly: softwareToken - both, smsOnly: sms - both, none };
}
