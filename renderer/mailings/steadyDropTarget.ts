/** Are files among what hangs over the window or was dropped? */
export const hasFiles = (dragged: DataTransfer | null): boolean => dragged?.types.includes('Files') === true;

/**
 * While files hang over the window the page as a whole is what they fall on: what falls on a row that is just being
 * replaced would reach nobody. Elements with `data-takes-files` still take their own.
 * @returns how to end it
 */
export function steadyDropTarget(): () => void {
  const page = document.documentElement;
  const begin = (event: DragEvent): void => {
    if (hasFiles(event.dataTransfer)) page.dataset['fileDrag'] = 'true';
  };
  const end = (): void => {
    delete page.dataset['fileDrag'];
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) end();
  };
  const listeners = new AbortController();
  const options = { capture: true, signal: listeners.signal };
  window.addEventListener('dragenter', begin, options);
  window.addEventListener('dragleave', leave, options);
  window.addEventListener('drop', end, options);
  // The pointer moves again only when nothing is dragged any more, however that ended.
  window.addEventListener('pointermove', end, options);
  return () => {
    listeners.abort();
    end();
  };
}
