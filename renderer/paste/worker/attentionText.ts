import { toDelimited } from '../../../shared/paste/attention.ts';
import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
import { toHtml } from '../../ui/grid/clipboard.ts';
import { fillFaultWords } from './faultWords.ts';

/** The rows that need attention with their reasons, for the clipboard and as a file. `words`: of the faults. */
export function writeAttention(
  model: PasteModel,
  words: Record<string, unknown>,
): { text: string; html: string; csv: string; rows: number } {
  const reason = words['reasonHeader'];
  const table = model.attentionTable(
    (problem) => fillFaultWords(words, problem.code, problem.params),
    typeof reason === 'string' ? reason : 'Reason',
  );
  return {
    text: toDelimited(table, '\t'),
    html: toHtml(table),
    // With a byte order mark, without which Excel reads umlauts wrongly.
    csv: `\uFEFF${toDelimited(table, ',')}\r\n`,
    rows: table.length - 1,
  };
}
