const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of a line: bold words and code, without links (what they lead to is not shipped). */
const inline = (text: string): string =>
  text
    .replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** A block of the guide's Markdown, which has headings, paragraphs and lists; its tables hold pictures only. */
function block(text: string): string {
  const [, marks, title] = /^(#{1,3}) (.*)$/.exec(text) ?? [];
  if (marks !== undefined) return `<h${marks.length}>${inline(title ?? '')}</h${marks.length}>`;
  if (text.startsWith('|')) return '';
  if (!text.startsWith('- ')) return `<p>${inline(text.replaceAll('\n', ' '))}</p>`;
  const items = text.slice(2).split('\n- ');
  return `<ul>${items.map((item) => `<li>${inline(item.replaceAll(/\s+/g, ' '))}</li>`).join('')}</ul>`;
}

const look =
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}';

/** What speaks of the pictures is marked in the guide, as comments that no reader of it sees. */
const aboutPictures = /\s*<!-- pictures -->[^]*?<!-- \/pictures -->/g;

/** The user guide as a page that any browser opens, in words only. */
export function guidePage(markdown: string): string {
  const blocks = markdown
    .replaceAll(aboutPictures, '')
    .trim()
    .split(/\n{2,}/)
    .map(block)
    .filter((html) => html !== '');
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Postroom: user guide</title>',
    `<style>${look}</style>`,
    ...blocks,
    '</html>\n',
  ].join('\n');
}
