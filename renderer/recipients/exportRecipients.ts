import i18next from 'i18next';
import { ok, type Result } from '../../shared/contract/result.ts';
import { toDelimited } from '../../shared/paste/attention.ts';
import { api } from '../lib/ipc.ts';

/** Saves the whole list as a .csv that a spreadsheet opens and Import reads back. Answers the file's name, null = not saved. */
export async function exportRecipients(): Promise<Result<string | null>> {
  const label = (key: string): string => i18next.t(`recipients.${key}`);
  const table = [
    ['fullName', 'company', 'streetAddress', 'postcode', 'city', 'state', 'country', 'email'].map(label),
  ];
  let cursor: string | null = null;
  do {
    const page = await api.recipients.find({ search: '', sort: 'name', cursor, limit: 500 });
    if (!page.ok) return page;
    for (const p of page.value.items)
      table.push([p.name, p.company, p.address, p.postcode, p.city, p.state, p.country, p.email]);
    cursor = page.value.next;
  } while (cursor !== null);
  const saved = await api.app.saveText({
    suggestedName: 'postroom-recipients.csv',
    text: `\uFEFF${toDelimited(table, ',')}\r\n`,
  });
  return saved.ok ? ok(saved.value.fileName) : saved;
}
