import { XMLParser } from 'fast-xml-parser';

/** One <StatusN> section: its number and its fields by lower-case name, as text. */
export interface StatusSection {
  position: number;
  fields: ReadonlyMap<string, string>;
}

// Everything stays text: "007" is an invoice, not 7. Entities are resolved below, from a closed list, so that no
// answer can define its own; a DOCTYPE is refused before parsing.
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  htmlEntities: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  maxNestedTags: 20,
});

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** "Smith & Sons" in an answer written by hand would make all 100 sections unreadable. */
const bareAmpersand = /&(?!(?:#\d+|#x[\da-f]+|\w+);)/gi;

/** The five entities of XML and character numbers, once each: `&amp;lt;` is `&lt;`. Others stay as they are. */
function resolveEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name] ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    const printable = point > 31 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return printable ? String.fromCodePoint(point) : whole;
  });
}

/**
 * The sections of a status answer, wherever they stand: the root's name is not documented, so it is not looked at.
 * Null when the text is not XML, has a DOCTYPE, or holds no section.
 */
export function readSections(text: string): StatusSection[] | null {
  if (!text.includes('<') || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return null;
  let tree: unknown;
  try {
    tree = parser.parse(text.trim().replaceAll(bareAmpersand, '&amp;'), true);
  } catch {
    // Cut off or no XML at all: the caller reports an unreadable answer.
    return null;
  }
  const sections: StatusSection[] = [];
  collect(tree, sections, 0);
  return sections.length > 0 ? sections : null;
}

function collect(node: unknown, into: StatusSection[], depth: number): void {
  if (typeof node !== 'object' || node === null || depth > 6) return;
  for (const [name, value] of Object.entries(node)) {
    const position = /^Status(\d{1,4})$/i.exec(name)?.[1];
    for (const one of Array.isArray(value) ? value : [value])
      if (position === undefined) collect(one, into, depth + 1);
      else into.push({ position: Number(position), fields: fieldsOf(one) });
  }
}

function fieldsOf(section: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  if (typeof section !== 'object' || section === null) return fields;
  for (const [name, value] of Object.entries(section))
    if (typeof value === 'string' && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), resolveEntities(value).trim());
  return fields;
}
