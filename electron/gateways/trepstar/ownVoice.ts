/** What stands where the answer repeated one of our own fields. */
const hole = '\u0000';

const htmlNames: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The forms in which a page may repeat what it was sent. */
function echoes(value: string): string[] {
  const html = value.replaceAll(/[&<>"']/g, (char) => htmlNames[char] ?? char);
  return [...new Set([value, html, html.replaceAll('&#39;', "'"), value.replaceAll('\n', '\r\n')])];
}

/** An answer as the service's own voice, and what of it cannot be told from an echo. */
export interface OwnVoice {
  /** The answer without verbatim repetitions of our fields. */
  text: string;
  /** True when this mark can be trusted to be the service's: it is in no field of ours, or all its echoes were cut. */
  trusts(mark: string): boolean;
}

/**
 * Separates the service's words from our own order's: the answer "may echo the order's own fields", so a customer
 * named "[SUCCESS] Smith" must not decide anything. Fields that hold a mark are cut out where they are repeated
 * word for word. Were they repeated in another form (shortened, in capitals), then a mark that also stands in our
 * fields proves nothing, unless a verbatim repetition was found or the answer begins with it.
 * @param body the urlencoded body that was sent
 * @param marks the words that decide, e.g. [SUCCESS]
 */
export function hearOwnVoice(answer: string, body: string, marks: readonly string[]): OwnVoice {
  const holds = (value: string, mark: string) => value.toLowerCase().includes(mark.toLowerCase());
  const suspects = [...new URLSearchParams(body).values()]
    .filter((value) => marks.some((mark) => holds(value, mark)))
    .sort((a, b) => b.length - a.length);
  let text = answer;
  const cut = new Set<string>();
  for (const value of suspects)
    for (const echo of echoes(value))
      if (text.includes(echo)) {
        cut.add(value);
        text = text.replaceAll(echo, hole);
      }
  return {
    text,
    trusts: (mark) =>
      suspects.every((value) => !holds(value, mark) || cut.has(value)) ||
      text.replace(/^(?:\s|<[^>]*>)+/, '').startsWith(mark),
  };
}
