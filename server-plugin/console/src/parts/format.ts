const MICROS = 1_000_000;

const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
/** One text costs less than a cent in some countries. */
const centsAndLess = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const count = new Intl.NumberFormat('en');
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

export function formatUsd(microUsd: number): string {
  return (microUsd < MICROS ? centsAndLess : dollars).format(microUsd / MICROS);
}

export function formatMoment(millis: number): string {
  return `${moment.format(millis)} UTC`;
}

/** @param text `2026-11` */
export function formatMonth(text: string): string {
  return month.format(Date.parse(`${text}-01T00:00:00Z`));
}

export function formatShare(part: number, whole: number): string {
  return share.format(whole === 0 ? 0 : part / whole);
}

export function formatCount(value: number): string {
  return count.format(value);
}

/** The name of a country, or what the ledger calls it where that is no ISO 3166 code. */
export function formatCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}
