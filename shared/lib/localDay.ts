/** The calendar day of an instant by the clock of this computer, yyyy-mm-dd. */
export function localDay(at: Date): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Whether a day (yyyy-mm-dd) is over by the clock of this computer; no day (blank) is not. */
export const isPastDay = (day: string, now: Date): boolean => day !== '' && day < localDay(now);
