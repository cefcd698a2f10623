/** Above these a source is refused before it is read, in bytes (or letters of the clipboard). */
export const maxTextBytes = 120_000_000;
export const maxWorkbookBytes = 50_000_000;
/** Above this the clipboard's HTML is left alone, in letters. */
export const maxHtmlLength = maxTextBytes / 4;
