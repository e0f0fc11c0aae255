/** A day as it sorts in the names of files, by the calendar of this place: the settings tell it so, too. */
export function fileDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
