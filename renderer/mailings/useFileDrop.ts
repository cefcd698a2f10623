import i18next from 'i18next';
import { useEffect } from 'react';
import { go } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import { toast } from '../ui/toastStore.ts';
import { hasFiles, steadyDropTarget } from './steadyDropTarget.ts';

const isPdf = (file: File): boolean => /\.pdf$/i.test(file.name) || file.type === 'application/pdf';

/** The PDFs and folders among what was dropped. A folder is a file to the page too; only its entry tells. */
const pdfsOf = (dropped: DataTransfer | null): File[] =>
  [...(dropped?.items ?? [])].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (file === null) return [];
    return isPdf(file) || item.webkitGetAsEntry()?.isDirectory === true ? [file] : [];
  });

const tellNothingTaken = (dropped: DataTransfer | null): void => {
  if (hasFiles(dropped)) toast(i18next.t('mailings.noPdfDropped'));
};

/** The whole window takes PDFs and folders of them, whatever screen is open. */
export function useFileDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const taken = event.defaultPrevented;
      event.preventDefault();
      if (taken) return;
      const files = pdfsOf(event.dataTransfer);
      if (files.length === 0) return tellNothingTaken(event.dataTransfer);
      go('mailings');
      const taking = api.mailings.intake(files);
      void import('./deskStore.ts').then(({ useDesk }) => useDesk.getState().take(taking));
    };
    const unsteady = steadyDropTarget();
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      unsteady();
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
