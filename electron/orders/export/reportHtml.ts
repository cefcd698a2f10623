/** What a report says, all of it plain text. */
export interface Report {
  title: string;
  /** Sentences under the title. */
  remarks: readonly string[];
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);
const cells = (tag: 'th' | 'td', row: readonly string[]): string =>
  `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

/** A report as a document to be printed; no text of it can become markup. */
export function reportHtml({ title, remarks, head, rows }: Report): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
body { font: 9.5pt/1.35 Inter, 'Segoe UI', Helvetica, 'Noto Sans', sans-serif; color: #161d2d; margin: 0;
  font-variant-numeric: tabular-nums; }
h1 { font-size: 16pt; margin: 0 0 4pt; }
p { margin: 0 0 2pt; color: #475063; }
table { border-collapse: collapse; width: 100%; margin-top: 12pt; }
th { text-align: left; font-weight: 600; font-size: 8.5pt; color: #475063; border-bottom: 1pt solid #828893; }
th, td { padding: 3pt 8pt 3pt 0; vertical-align: top; overflow-wrap: anywhere; }
td { border-bottom: 0.5pt solid #c9ccc7; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
</style></head><body><h1>${escaped(title)}</h1>${remarks.map((text) => `<p>${escaped(text)}</p>`).join('')}
<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>
</body></html>`;
}
