/** What stands in place of a secret. */
export const blank = '•••';

const named: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Every way one character may come back: as it is, percent-encoded, as an entity, escaped, or mis-decoded. */
function spellings(char: string): string[] {
  const bytes = new TextEncoder().encode(char);
  const point = char.codePointAt(0) ?? 0;
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const found = [
    char,
    percent,
    `&#${point};`,
    `&#x${point.toString(16)};`,
    `\\u${point.toString(16).padStart(4, '0')}`,
    `\\${char}`,
    new TextDecoder('windows-1252').decode(bytes),
  ];
  if (point > 0x7f && point <= 0xff) found.push(`%${point.toString(16)}`);
  if (char === ' ') found.push('+', '&nbsp;');
  const entity = named[char];
  if (entity !== undefined) found.push(entity);
  return found;
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Makes a function that blanks the secrets in a text, however the service may have encoded them when it echoed
 * them. Case is ignored, so that %c3 and %C3 are both found.
 */
export function makeRedactor(secrets: readonly string[]): (text: string) => string {
  const patterns = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .map((secret) => Array.from(secret, (char) => `(?:${spellings(char).map(escaped).join('|')})`).join(''));
  if (patterns.length === 0) return (text) => text;
  const all = new RegExp(patterns.join('|'), 'gi');
  return (text) => text.replaceAll(all, blank);
}

/** Makes redactors for one secret and keeps the last: making one is dear, and an account's secret seldom changes. */
export function rememberRedactor(): (secret: string) => (text: string) => string {
  let last: { secret: string; redact: (text: string) => string } | null = null;
  return (secret) => {
    if (last?.secret !== secret) last = { secret, redact: makeRedactor([secret]) };
    return last.redact;
  };
}
