const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLIS_PER_DAY = 86_400_000;
/** Days from 0000-03-01 to 1970-01-01, both in the Gregorian calendar. */
const DAYS_BEFORE_1970 = 719_468;

/**
 * When a day begins in UTC, in milliseconds since the epoch; `undefined` when the text names no day. Counted here because one of
 * the runtimes of these rules has no `Date`.
 * @param text as ISO 8601 writes a calendar date: `2026-12-31`
 */
export function startOfDayInMillis(text: string): number | undefined {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysSince1970(year, month, day) * MILLIS_PER_DAY;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** With years that begin in March the leap day comes last and months have a regular length. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + dayOfYear - DAYS_BEFORE_1970;
}
