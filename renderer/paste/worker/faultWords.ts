/** The sentence for a problem from the catalogue's own words, `{{name}}` filled in: the worker has no i18next. */
export function fillFaultWords(
  words: Record<string, unknown>,
  code: string,
  params: Record<string, string | number>,
): string {
  const template = words[code];
  if (typeof template !== 'string') return code;
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
