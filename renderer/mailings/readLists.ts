import { pageDefinitionSchema, type DocumentSettings } from '../../shared/mailings/mailing.ts';

/** Addresses between commas, semicolons, spaces or lines. */
export const readEmails = (text: string): string[] => text.split(/[,;\s]+/).filter((part) => part !== '');

/** Those that cannot be an e-mail address. */
export const badEmails = (addresses: readonly string[]): string[] =>
  addresses.filter((address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address));

export const readLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

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
