import { takeIn } from './pasteFlow.ts';

/** Opens the system's dialog; the file's bytes are read in the worker. */
export function chooseFile(): Promise<void> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,.tsv,.txt,.xlsx,.tab';
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? takeIn({ kind: 'file', file }) : undefined);
    });
    input.addEventListener('cancel', () => resolve());
    input.click();
  });
}
