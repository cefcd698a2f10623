/** A rectangle on paper: millimetres from the top left corner of the page as it is seen. */
export type Box = { x: number; y: number; width: number; height: number };

/** The size of a page as it is seen, in mm. */
export type Paper = Pick<Box, 'width' | 'height'>;

/** Less than a millimetre wider than high is how programs round. */
export const isUpright = ({ width, height }: Paper): boolean => width <= height + 1;

export const right = (b: Box): number => b.x + b.width;
export const bottom = (b: Box): number => b.y + b.height;

/** True where two boxes share more than `slack` millimetres in both directions. */
export function overlaps(a: Box, b: Box, slack = 0.3): boolean {
  // A hairline is thinner than the slack, and there all the same.
  const least = (m: number, n: number): number => Math.min(slack, Math.min(m, n) / 2);
  return (
    Math.min(right(a), right(b)) - Math.max(a.x, b.x) > least(a.width, b.width) &&
    Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y) > least(a.height, b.height)
  );
}

/** True when `inner` lies in `outer`, give or take `slack` millimetres. */
export function contains(outer: Box, inner: Box, slack = 0.3): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    right(inner) <= right(outer) + slack &&
    bottom(inner) <= bottom(outer) + slack
  );
}

/** The smallest box around all of them; null for none. */
export function around(boxes: readonly Box[]): Box | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  let { x, y } = first;
  let r = right(first);
  let b = bottom(first);
  for (const box of rest) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    r = Math.max(r, right(box));
    b = Math.max(b, bottom(box));
  }
  return { x, y, width: r - x, height: b - y };
}

/** One decimal, as people read millimetres. */
export const tenth = (mm: number): number => Math.round(mm * 10) / 10;
