const day = 86_400_000;

/** The instant `days` working days (Monday to Friday, local) before `now`. */
export function workingDaysBefore(now: number, days: number): number {
  let at = now;
  for (let left = days; left > 0;) {
    at -= day;
    const weekday = new Date(at).getDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}
