/** File name -> words: `./en/outbox.ts` becomes the subject `outbox`. */
export const subjectsOf = (files: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.ts$/g, ''), words]));

/**
 * The plurals that French and Italian have besides ours, said with our words: `many` for whole millions as `other`; and
 * none, which French counts as one, as `other` where the sentence for one names no figure.
 */
export function withPlurals(words: Record<string, unknown>): Record<string, unknown> {
  const all = { ...words };
  for (const [key, said] of Object.entries(words)) {
    if (typeof said === 'object' && said !== null) all[key] = withPlurals(said as Record<string, unknown>);
    if (!key.endsWith('_other')) continue;
    const of = (plural: string): string => key.replace(/other$/, plural);
    all[of('many')] = said;
    if (!String(words[of('one')]).includes('{{count')) all[of('zero')] ??= said;
  }
  return all;
}
