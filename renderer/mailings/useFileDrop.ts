import { useEffect } from 'react';
import { go } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import { useDesk } from './deskStore.ts';

/** PDFs by name or kind; a dropped folder has neither an ending nor a kind. */
const isPdf = (file: File): boolean =>
  /\.pdf$/i.test(file.name) ||
  file.type === 'application/pdf' ||
  (file.type === '' && !file.name.includes('.'));

/** The whole window takes PDFs and folders of them, whatever screen is open. */
export function useFileDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const taken = event.defaultPrevented;
      event.preventDefault();
      if (taken) return;
      const files = [...(event.dataTransfer?.files ?? [])].filter(isPdf);
      if (files.length === 0) return;
      go('mailings');
      void useDesk.getState().take(api.mailings.intake(files));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
