import type { SpendPolicy } from '@lifeguard/shared/mfa';

/** The options of `sms set`, each with the setting that it changes. `none` stands for an empty text, which shells lose. */
export const SPEND_OPTIONS = [
  { option: 'monthly-limit', field: 'monthlyLimitInMicroUsd' },
  { option: 'max-price', field: 'maxPriceInMicroUsd' },
  { option: 'prices', field: 'prices' },
  { option: 'allowed-countries', field: 'allowedCountries' },
  { option: 'denied-countries', field: 'deniedCountries' },
  { option: 'per-user-per-hour', field: 'perUserPerHour' },
  { option: 'per-number-per-hour', field: 'perNumberPerHour' },
  { option: 'per-address-per-hour', field: 'perAddressPerHour' },
  { option: 'per-hour', field: 'perHour' },
] as const satisfies readonly { readonly option: string; readonly field: keyof SpendPolicy }[];
