import { hasEmailForm } from '../../shared/address/email.ts';
import { pageDefinitionSchema, type DocumentSettings } from '../../shared/mailings/mailing.ts';

/** Addresses between commas, semicolons, spaces or lines. */
export const readEmails = (text: string): string[] => text.split(/[,;\s]+/).filter((part) => part !== '');

/** Those that cannot be an e-mail address. */
export const badEmails = (addresses: readonly string[]): string[] =>
  addresses.filter((address) => !hasEmailForm(address));

export const readLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** "contract = 4711", one a line; lines that cannot be read, and names that stand twice, are named, not dropped. */
export function readValues(text: string): { values: DocumentSettings['values']; unread: string[] } {
  const values: DocumentSettings['values'] = [];
  const unread: string[] = [];
  for (const line of readLines(text)) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(line) ?? [];
    const known = values.some((one) => one.name === name.trim());
    if (name.trim() === '' || known) unread.push(line);
    else values.push({ name: name.trim(), value: value.trim() });
  }
  return { values, unread };
}

export const writeValues = (values: DocumentSettings['values']): string =>
  values.map(({ name, value }) => `${name} = ${value}`).join('\n');

/** "2 ESR front", one page a line; lines that cannot be read are named, not dropped. */
export function readPages(text: string): { pages: DocumentSettings['pageDefinitions']; unread: string[] } {
  const pages: DocumentSettings['pageDefinitions'] = [];
  const unread: string[] = [];
  for (const line of readLines(text)) {
    const [number = '', ...rest] = line.trim().split(/\s+/);
    const plex = rest.find((word) => word === 'front' || word === 'back') ?? '';
    const type = rest.filter((word) => word !== plex).join(' ');
    const page = /^\d+$/.test(number) ? Number(number) : Number.NaN;
    const read = pageDefinitionSchema.safeParse({ number: page, type, plex });
    if (read.success && (type !== '' || plex !== '') && !pages.some((one) => one.number === page))
      pages.push(read.data);
    else unread.push(line);
  }
  return { pages, unread };
}

export const writePages = (pages: DocumentSettings['pageDefinitions']): string =>
  pages
    .map(({ number, type, plex }) => [number, type, plex].filter((part) => part !== '').join(' '))
    .join('\n');
