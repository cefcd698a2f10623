/** Rows kept above and below what is seen, so that a flick does not show a gap. */
const margin = 12;

/** First and last row to draw; `last` is -1 for an empty list. Heights in CSS px. */
export function scrollWindow(
  top: number,
  height: number,
  rowHeight: number,
  rows: number,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - margin);
  const last = Math.min(rows - 1, Math.ceil((top + height) / rowHeight) + margin);
  return { first: Math.min(first, Math.max(0, last)), last };
}
