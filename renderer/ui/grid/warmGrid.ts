import { GridCore } from './gridCore.ts';
import type { GridColumn } from './gridModel.ts';
import type { GridWords } from './gridParts.ts';
import { makeMemoryModel } from './memoryModel.ts';

/** More rows than are drawn as elements in one frame, so that they are painted too. */
const rows = 60;
/** So long are they drawn at most, ms: a few frames. */
const lasts = 300;

/** As wide as most sheets, with a select in every head. */
const columns: GridColumn[] = Array.from({ length: 15 }, (_, index) => ({
  id: String(index),
  source: `Column ${index}`,
  name: 'Name',
  width: 110,
  numeric: index % 7 === 2,
  editor: { kind: 'text' },
  head: { label: '', value: '', choices: [{ value: '', label: 'Name' }], onChange: () => undefined },
}));

const quiet = (): void => undefined;

/**
 * Draws a made-up sheet within `parent` when the browser has nothing else to do, where nobody sees or hears it, and
 * forgets it: what the engine compiles and the shapes of letters are ready then, so that the first real rows are there
 * as soon as any later ones. Answers what ends it early.
 */
export function warmGrid(parent: HTMLElement, words: GridWords): () => void {
  let end = quiet;
  const begun = requestIdleCallback(() => {
    const host = document.createElement('div');
    host.className = 'g-host g-warm';
    host.inert = true;
    parent.append(host);
    const data = Array.from({ length: rows }, (_, row) =>
      columns.map(({ source, numeric }) => (numeric ? String(row) : `${source} of ${row}`)),
    );
    const core = new GridCore(host, makeMemoryModel(columns, data), {
      id: 'warm',
      words,
      frozen: 1,
      widths: new Map(),
      writeClipboard: quiet,
      onSelect: quiet,
      onAsk: quiet,
    });
    const over = setTimeout(() => end(), lasts);
    end = () => {
      end = quiet;
      clearTimeout(over);
      core.destroy();
      host.remove();
    };
  });
  return () => {
    cancelIdleCallback(begun);
    end();
  };
}
