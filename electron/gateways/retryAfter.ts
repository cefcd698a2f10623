/** Nobody waits longer than a day on a service's word. */
const longest = 86_400;

/** Seconds of a Retry-After header, given as seconds or as a date; undefined when there is none or it is nonsense. */
export function readRetryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), longest);
  // RFC 9110: a date in GMT. Date.parse alone would take "soon 1".
  if (!/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text)) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(0, Math.ceil((at - now.getTime()) / 1000)), longest);
}
