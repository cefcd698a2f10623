import i18next from 'i18next';
import type { Account } from '../../shared/contract/accounts.ts';
import type { ColumnRole, PasteField } from '../../shared/paste/fields.ts';
import { takesOrders, useFrame } from '../frame/frameStore.ts';
import { longDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { nextPicture } from '../lib/nextPicture.ts';
import { saveSoon } from './draft.ts';
import { client } from './pasteClient.ts';
import { stepNow, usePaste } from './pasteStore.ts';
import { knownProducts, type Source } from './protocol.ts';

const day = 86_400_000;
const pastPage = 20_000;

/** The account the orders go to. */
export const pasteAccount = (): Account | null =>
  useFrame.getState().accounts?.find((account) => account.id === usePaste.getState().accountId) ?? null;

let prepared = '';

/** Tells the worker the account's products and past orders; cheap when nothing changed. */
export async function prepareAccount(force?: 'again'): Promise<void> {
  const { accounts, accountId: preferred } = useFrame.getState();
  const usable = (accounts ?? []).filter(takesOrders);
  const chosen =
    usable.find((one) => one.id === usePaste.getState().accountId) ??
    usable.find((one) => one.id === preferred) ??
    usable[0];
  if (!chosen) return;
  const first = usePaste.getState().accountId === '';
  usePaste.getState().set({
    accountId: chosen.id,
    ...(first ? { mode: chosen.settings.defaultMode } : {}),
  });
  const key = `${chosen.id}/${i18next.language}`;
  if (key === prepared && !force) return;
  prepared = key;
  const words: unknown = i18next.getResource(i18next.language, 'translation', 'pasteFaults');
  void client.call('setLanguage', {
    ...(typeof words === 'object' && words !== null ? words : {}),
    reasonHeader: i18next.t('paste.reasonHeader'),
  });
  await loadProducts();
  void loadPast(chosen.id);
}

async function loadProducts(): Promise<void> {
  const products = await api.products.list({ accountId: usePaste.getState().accountId });
  const within = useFrame.getState().settings?.duplicateDays ?? 30;
  const today = Math.floor(Date.now() / day);
  await client.call('setProducts', products.ok ? knownProducts(products.value) : [], today, within);
}

/** Past orders for the radar, page by page; the grid can be used meanwhile. */
async function loadPast(accountId: string): Promise<void> {
  await client.call('forgetPast');
  for (let offset = 0; ; offset += pastPage) {
    const page = await api.paste.pastOrders({ accountId, sinceDays: 0, offset, limit: pastPage });
    if (!page.ok || usePaste.getState().accountId !== accountId) return;
    const { at, ...columns } = page.value;
    const more = at.length === pastPage;
    await client.call('addPast', { ...columns, at: at.map((one) => new Date(one).toISOString()) }, more);
    if (!more) return;
  }
}

/** Tells the worker which meanings of columns were remembered, so that a paste need not ask. */
export async function loadMappings(): Promise<void> {
  const known = await api.paste.mappings();
  if (known.ok) await client.call('knowMappings', known.value);
}

/** What is on the clipboard, after the keys for "paste": read by the main process, so that the page never holds it all. */
export async function takeClipboard(): Promise<void> {
  const { set } = usePaste.getState();
  const asked = api.app.readClipboard();
  set({ busy: 'pasting', trouble: null, sent: null });
  const read = await asked;
  if (read.ok) await takeOver({ kind: 'text', ...read.value });
  else set({ busy: null, trouble: read.error });
}

/** A new paste: rows are read, columns recognised, and the next step shown. */
export async function takeIn(source: Source): Promise<void> {
  usePaste.getState().set({ busy: 'reading', trouble: null, sent: null });
  await takeOver(source);
}

/** Opens a source; whatever becomes of it, one can try another afterwards. */
const takeOver = (source: Source): Promise<void> =>
  open(source).finally(() => {
    if (usePaste.getState().busy !== null) usePaste.getState().set({ busy: null });
  });

async function open(source: Source): Promise<void> {
  const { set } = usePaste.getState();
  await prepareAccount();
  const opened = await client.call('open', source);
  if (!opened.ok) {
    set({ busy: null, trouble: opened.error });
    return;
  }
  client.opened(opened.value);
  // Where the rows' step is shown already its rows come first, and what stands around them when they are painted.
  if (stepNow(usePaste.getState()) === 'rows') await nextPicture();
  const date = longDay(Date.now());
  set({
    busy: null,
    sheet: opened.value.state,
    source,
    batchId: crypto.randomUUID(),
    nextRow: 0,
    label:
      source.kind === 'file'
        ? i18next.t('paste.labelFile', { date, file: source.file.name.slice(0, 120) })
        : i18next.t('paste.label', { date }),
    step: 'rows',
    active: { row: 0, column: 0 },
  });
  saveSoon();
}

/** One more paste, or the same file's other sheet. */
export function takeSheet(sheet: number): void {
  const { source } = usePaste.getState();
  if (source?.kind === 'file') void takeIn({ ...source, sheet });
}

/** Columns that may be several of one table; any other field belongs to one column. */
const manyAllowed: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'none',
  'status',
  'packedItems',
  'itemColumn',
  'itemSku',
  'itemTitle',
  'itemQuantity',
]);

/** The other column that has this field already, null = free. Two address lines and names are joined instead. */
function takenBy(role: ColumnRole, column: number): string | null {
  if (manyAllowed.has(role)) return null;
  const columns = usePaste.getState().sheet?.columns ?? [];
  const other = columns.find((one, index) => index !== column && !one.added && one.role === role);
  return other?.header ?? null;
}

/** Where a second column of a field is joined to the first rather than refused. */
const joins: Partial<Record<ColumnRole, readonly ColumnRole[]>> = {
  addr: ['addr2', 'addr3'],
  name: ['lastName'],
};

/** Gives a column its field; a second one for the same field is joined or refused, never silently taken. */
export function chooseRole(column: number, role: ColumnRole): void {
  const { set } = usePaste.getState();
  const taken = takenBy(role, column);
  const next = taken === null ? role : joins[role]?.find((one) => takenBy(one, column) === null);
  if (next === undefined) {
    set({ trouble: { code: 'conflict', field: 'role', detail: taken ?? '' } });
    // The select shows the choice that was refused: draw it anew as it is.
    const { sheet } = usePaste.getState();
    if (sheet) set({ sheet: { ...sheet } });
    return;
  }
  set({ trouble: null });
  void client.call('setRole', column, next).then(rememberMapping);
}

export function chooseConstant(field: PasteField, value: string): void {
  void client.call('setConstant', field, value).then(rememberMapping);
}

export function chooseHeader(hasHeader: boolean): void {
  void client.call('setHeader', hasHeader).then(() => saveSoon());
}

async function rememberMapping(): Promise<void> {
  saveSoon();
  const remembered = await client.call('mappingText');
  if (remembered.headerKey.length <= 20_000) await api.paste.rememberMapping(remembered);
}

/** A product chosen for a SKU of the paste is remembered for the next one. */
export async function learnSku(sku: string, productId: string): Promise<void> {
  if (sku === '' || sku.length > 200) return;
  await api.products.learnSku({ accountId: usePaste.getState().accountId, sku, productId });
  await loadProducts();
}
