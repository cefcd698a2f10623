import type { OrderInput } from './order.ts';

/** Where a refusal is mended: a field of the order, or the account's login. */
export type RefusalField = keyof OrderInput | 'account';

/** Words of a refusal: keys of words/<language>/refusals.ts. */
export interface Refusal {
  field: RefusalField | null;
  reason: RefusalKey;
  whatToDo: `${RefusalKey}ToDo`;
  /** False for a code that the document does not list: then the service's own message is shown. */
  listed: boolean;
}

export const refusalKeys = [
  'loginMissing',
  'productsMissing',
  'tooMany',
  'wrongLogin',
  'foreignProduct',
  'malformed',
  'productMissing',
  'nameMissing',
  'duplicate',
  'accountChanged',
  'unlisted',
] as const;
export type RefusalKey = (typeof refusalKeys)[number];

/** ERRCODE of a duplicate; on a second send it means that the first one arrived. */
export const duplicateCode = '000035';

/** Ours, not the service's: sent by another login or to another address, and not found at the present one. */
export const changedAccountCode = 'account-changed';

/** The ten refusals of the document; 000503 stands there twice. */
const listed: ReadonlyMap<string, { field: RefusalField | null; key: RefusalKey }> = new Map([
  ['000503', { field: 'account', key: 'loginMissing' }],
  ['000101', { field: 'lines', key: 'productsMissing' }],
  ['003101', { field: 'lines', key: 'tooMany' }],
  ['000601', { field: 'account', key: 'wrongLogin' }],
  ['000505', { field: 'lines', key: 'foreignProduct' }],
  ['000002', { field: null, key: 'malformed' }],
  ['000010', { field: 'lines', key: 'productMissing' }],
  ['000013', { field: 'name', key: 'nameMissing' }],
  [duplicateCode, { field: 'invoice', key: 'duplicate' }],
]);

export const listedRefusalCodes: readonly string[] = [...listed.keys()];

/** What a refusal means. `code` is the six digits of ERRCODE, '' when the answer had none. */
export function explainRefusal(code: string): Refusal {
  const found = listed.get(code);
  const key = code === changedAccountCode ? 'accountChanged' : (found?.key ?? 'unlisted');
  return { field: found?.field ?? null, reason: key, whatToDo: `${key}ToDo`, listed: found !== undefined };
}

/** True when the login is at fault, not the order: the order need not be edited, the account must. */
export function isAccountRefusal(code: string): boolean {
  return listed.get(code)?.field === 'account';
}
