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

/** A piece of a cell's text: as it is, what would go, or what would come. */
export interface Run {
  kind: 'kept' | 'gone' | 'come';
  text: string;
}

/** A cell's text with the offered one in it, in the pieces that are shown. */
export function runsOf(was: string, value: string): Run[] {
  const cut = compareOffer(was, value);
  // Where letters both go and come, the whole old text is easier to read struck out than pieces of it.
  const { before, gone, come, after } =
    cut.gone !== '' && cut.come !== '' ? { before: '', gone: was, come: value, after: '' } : cut;
  const runs: Run[] = [
    { kind: 'kept', text: before },
    { kind: 'gone', text: gone },
    { kind: 'come', text: come },
    { kind: 'kept', text: after },
  ];
  return runs.filter(({ text }) => text !== '');
}
