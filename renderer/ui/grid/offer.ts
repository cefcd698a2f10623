/** A cell's text beside the text that a repair offers, cut where they differ. */
export interface Offer {
  before: string;
  /** Stands there now and would go. */
  gone: string;
  /** Would come. */
  come: string;
  after: string;
}

export function compareOffer(was: string, value: string): Offer {
  const least = Math.min(was.length, value.length);
  let head = 0;
  while (head < least && was[head] === value[head]) head += 1;
  let tail = 0;
  while (tail < least - head && was[was.length - 1 - tail] === value[value.length - 1 - tail]) tail += 1;
  return {
    before: was.slice(0, head),
    gone: was.slice(head, was.length - tail),
    come: value.slice(head, value.length - tail),
    after: was.slice(was.length - tail),
  };
}
