/** File name -> words: `./en/outbox.ts` becomes the subject `outbox`. */
export const subjectsOf = (files: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.ts$/g, ''), words]));
