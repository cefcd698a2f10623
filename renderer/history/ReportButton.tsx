import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HistoryFilter, HistoryItem } from '../../shared/contract/history.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import { describeError } from '../lib/describeError.ts';
import { count, dayAndTime, longDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toastStore.ts';
import { statusWord } from './columns.tsx';
import { useHistory } from './historyStore.ts';

/** More would be a book; the filter narrows it. */
const most = 20_000;
const longest = 500;

/** **Delivery report…**: what is filtered now as a PDF: what went to whom, when, and where it is. */
export function ReportButton() {
  const { t } = useTranslation();
  const filter = useHistory((state) => state.filter);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const done = await write(filter, t);
    setBusy(false);
    if (done !== null) toast(done);
  };
  return (
    <Button onPress={() => void save()} isPending={busy}>
      <FileText aria-hidden />
      {t('history.report')}
    </Button>
  );
}

/** Answers what to say about it; null = the user saved nothing. */
async function write(filter: HistoryFilter, t: TFunction): Promise<string | null> {
  const lines = await readLines(filter);
  if (!lines.ok) return describeError(lines.error);
  const items = lines.value;
  const [newest, oldest] = [items[0], items.at(-1)];
  if (newest === undefined || oldest === undefined) return t('history.reportEmpty');
  const head = ['at', 'reference', 'recipient', 'city', 'summary', 'status', 'tracking'] as const;
  const saved = await api.history.report({
    title: `${t('history.reportTitle')} ${new Date().toISOString().slice(0, 10)}`,
    remarks: [
      t('history.reportSpan', {
        count: items.length,
        from: longDay(oldest.at),
        to: longDay(newest.at),
      }),
      sumUp(items, t),
      ...(items.length === most ? [t('history.reportCut', { max: most })] : []),
      t('history.reportWritten', { date: longDay(Date.now()) }),
    ],
    head: head.map((name) => (name === 'tracking' ? t('history.tracking') : t(`history.column.${name}`))),
    rows: items.map((item) =>
      [
        dayAndTime(item.at),
        item.reference,
        item.recipient,
        [item.city, item.country].filter((part) => part !== '').join(', '),
        item.summary,
        statusWord(item, t),
        item.trackingId,
      ].map((cell) => cell.slice(0, longest)),
    ),
  });
  if (!saved.ok) return describeError(saved.error);
  return saved.value.fileName === null ? null : t('history.reportDone', { file: saved.value.fileName });
}

async function readLines(filter: HistoryFilter): Promise<Result<HistoryItem[]>> {
  const items: HistoryItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.history.page({ filter, sort: 'at', descending: true, cursor, limit: 500 });
    if (!page.ok) return page;
    items.push(...page.value.items);
    cursor = page.value.next;
  } while (cursor !== null && items.length < most);
  return ok(items.slice(0, most));
}

/** "Shipped 40, Delivered 12, On hold 1": most first. */
function sumUp(items: readonly HistoryItem[], t: TFunction): string {
  const counts = new Map<string, number>();
  for (const item of items) {
    const word = statusWord(item, t);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, number]) => `${word} ${count(number)}`)
    .join(', ');
}
