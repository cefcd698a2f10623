import i18next from 'i18next';
import { isPastDay } from '../../shared/lib/localDay.ts';

let region = '';

/** The system's locale decides how dates look where it speaks the language of the page: 22 Nov or Nov 22. */
export function writeDatesAs(systemLocale: string): void {
  region = systemLocale;
}

const locale = (): string =>
  region.slice(0, 2) === i18next.language.slice(0, 2)
    ? region
    : i18next.language === 'en'
      ? 'en-GB'
      : i18next.language;

/** Formats are dear to make; each is made once for a locale. */
function madeOnce<T>(make: (locale: string) => T): () => T {
  let made: { locale: string; format: T } | null = null;
  return () => {
    const now = locale();
    if (made?.locale !== now) made = { locale: now, format: make(now) };
    return made.format;
  };
}

const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  madeOnce((now) => new Intl.DateTimeFormat(now, options));

const days = dates({ day: 'numeric', month: 'short' });
const longDays = dates({ dateStyle: 'long' });
const times = dates({ hour: 'numeric', minute: '2-digit' });
const figures = madeOnce((now) => new Intl.NumberFormat(now));
const regionNames = madeOnce((now) => new Intl.DisplayNames(now, { type: 'region', fallback: 'code' }));

/** 22 Nov 11:58 */
export const dayAndTime = (at: number): string => `${days().format(at)} ${clock(at)}`;

/** 22 November 2026 */
export const longDay = (at: number | Date): string => longDays().format(at);

/** 22 Nov */
export const shortDay = (at: number | Date): string => days().format(at);

/** 11:58 */
export const clock = (at: number): string => times().format(at);

/** A calendar date of the service, yyyy-mm-dd, which has no time zone: shown as the same day everywhere. */
export function calendarDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return longDay(new Date(year ?? 0, (month ?? 1) - 1, day ?? 1));
}

/** 12,408 */
export const count = (value: number): string => figures().format(value);

/** 0:42, 12:05; rounds up, so that it says 0:01 until it is over. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "90 seconds", "60 minutes": an undo time in words. */
export function waitWords(seconds: number): string {
  const [value, unit] = seconds >= 120 && seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** "2 min ago", "3 days ago". */
export function ago(at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'short' });
  const minutes = Math.round((at - now) / 60_000);
  if (minutes > -60) return format.format(Math.min(0, minutes), 'minute');
  const hours = Math.round(minutes / 60);
  return hours > -24 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}

/** Germany, for a gateway's code: UK is the gateway's word for GB. */
export function countryName(code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  const iso = code.toUpperCase() === 'UK' ? 'GB' : code.toUpperCase();
  return regionNames().of(iso) ?? code;
}

/** Whether a day (yyyy-mm-dd) is over by the clock of this computer. */
export const isOver = (day: string): boolean => isPastDay(day, new Date());
