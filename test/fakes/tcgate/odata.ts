import type { FakeDocument, FakeOrder, Misbehaviour, Reply } from './model.ts';

/** Understands what the document's tables show: contains, startswith, eq, gt, lt, and, or, one level of brackets. */
export function list(rows: readonly (FakeDocument | FakeOrder)[], url: URL, trouble: Misbehaviour): Reply {
  const filter = url.searchParams.get('$filter') ?? '';
  const top = Number(url.searchParams.get('$top') ?? 100);
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const found = filter === '' ? [...rows] : rows.filter((row) => matches(row, filter));
  const page = found.slice(trouble === 'repeat-row' && skip > 0 ? skip - 1 : skip, skip + top);
  return { status: 200, body: page };
}

function matches(row: FakeDocument | FakeOrder, filter: string): boolean {
  return splitOutside(filter, ' and ').every((part) => {
    const inner = /^\((.*)\)$/.exec(part)?.[1] ?? part;
    return splitOutside(inner, ' or ').some((term) => matchesTerm(row, term));
  });
}

function matchesTerm(row: FakeDocument | FakeOrder, term: string): boolean {
  const call = /^(contains|startswith)\((\w+), '(.*)'\)$/.exec(term);
  const compare = /^(\w+) (eq|ne|gt|lt) (.*)$/.exec(term);
  const property = call?.[2] ?? compare?.[1] ?? '';
  const held: unknown = Reflect.get(row, property);
  const value = typeof held === 'string' ? held : '';
  const wanted = (call?.[3] ?? (compare?.[3] ?? '').replace(/^'(.*)'$/, '$1')).replaceAll("''", "'");
  if (call) return call[1] === 'contains' ? value.includes(wanted) : value.startsWith(wanted);
  switch (compare?.[2] ?? 'none') {
    case 'eq':
      return wanted === 'null' ? held === null : value === wanted;
    case 'ne':
      return value !== wanted;
    case 'gt':
      return value > wanted;
    case 'lt':
      return value < wanted;
    default:
      throw new Error(`the fake does not understand: ${term}`);
  }
}

/** Splits at a word that stands neither inside quotes nor inside brackets. */
function splitOutside(text: string, word: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (!quoted && char === '(') depth++;
    else if (!quoted && char === ')') depth--;
    else if (!quoted && depth === 0 && text.startsWith(word, at)) {
      parts.push(text.slice(from, at));
      from = at + word.length;
    }
  }
  return [...parts, text.slice(from)];
}
