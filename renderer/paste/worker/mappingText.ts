import type { Mapping } from '../../../shared/paste/pasteTypes.ts';

/** What is remembered of a mapping for the next paste with these headers: the roles of the source's own columns. */
export function writeMapping(mapping: Mapping | undefined, columns: number): string {
  return JSON.stringify({ ...mapping, roles: mapping?.roles.slice(0, columns) ?? [] });
}

/** null = none is remembered. */
export function readMapping(text: string | undefined): Mapping | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Mapping;
  } catch {
    return null; // a mapping that cannot be read is one that was never made
  }
}
