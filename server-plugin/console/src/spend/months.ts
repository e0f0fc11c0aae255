/** Months are `2026-11`, in UTC as the ledger counts them. */
export function monthsLater(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** Every day of a month as `2026-11-01`. */
export function daysOf(month: string): readonly string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const end = Date.parse(`${monthsLater(month, 1)}-01T00:00:00Z`);
  const dayInMillis = 24 * 60 * 60 * 1_000;
  return Array.from({ length: Math.round((end - first) / dayInMillis) }, (_, index) =>
    new Date(first + index * dayInMillis).toISOString().slice(0, 10),
  );
}
