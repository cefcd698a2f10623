import { api } from '../lib/ipc.ts';

/** Columns that are remembered. */
const most = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

async function save(): Promise<void> {
  await api.drafts.save({ name: 'pasteWidths', text: JSON.stringify([...keptWidths]) });
}

/** Widths of columns as the person left them, by column; kept on disk soon after a change. */
class KeptWidths extends Map<string, number> {
  override set(column: string, width: number): this {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), 400);
    // The one changed last is the last to go.
    this.delete(column);
    super.set(column, width);
    for (const old of this.keys()) {
      if (this.size <= most) break;
      this.delete(old);
    }
    return this;
  }

  /** Takes over what was kept by an earlier run. */
  async restore(): Promise<void> {
    const kept = await api.drafts.load({ name: 'pasteWidths' });
    if (!kept.ok || kept.value.text === null) return;
    for (const [column, width] of readWidths(kept.value.text))
      if (!this.has(column)) super.set(column, width);
  }
}

function readWidths(text: string): [string, number][] {
  try {
    return JSON.parse(text) as [string, number][];
  } catch {
    return []; // of another version: the columns have their first widths
  }
}

export const keptWidths = new KeptWidths();
