/** What the service says happened to a document or an order. */
export interface ServiceEvent {
  /** print, email, or '' when it names none. */
  channel: string;
  /** Its word: a status, or processed. */
  kind: string;
  /** What it adds, e.g. why an e-mail came back; '' = nothing. */
  words: string;
}

const between = ' · ';

/** As one line of a timeline. */
export const writeServiceEvent = ({ channel, kind, words }: ServiceEvent): string =>
  [channel.toLowerCase(), kind, words].filter((part) => part !== '').join(between);

/** Read back from a line of a timeline. */
export function readServiceEvent(line: string): ServiceEvent {
  const [first = '', ...rest] = line.split(between);
  const [channel, kind, words] =
    first === 'print' || first === 'email' ? [first, rest[0] ?? '', rest.slice(1)] : ['', first, rest];
  return { channel, kind, words: words.join(between) };
}
