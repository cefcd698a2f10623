import path from 'node:path';
import { BrowserWindow, app, dialog } from 'electron';

/** Makes the question "where to save?"; the next one begins in the folder chosen last. null = cancelled. */
export function makeSaveDialog(): (suggestedName: string) => Promise<string | null> {
  let folder: string | null = null;
  return async (suggestedName) => {
    const options = {
      defaultPath: path.join(folder ?? app.getPath('documents'), path.basename(suggestedName)),
    };
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    const answer = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (answer.canceled || answer.filePath === '') return null;
    folder = path.dirname(answer.filePath);
    return answer.filePath;
  };
}

/** Asks for a certificate or a key in PEM form; null = cancelled. */
export async function chooseKeyFile(): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile', 'showHiddenFiles'],
    filters: [
      { name: 'PEM', extensions: ['pem', 'crt', 'cer', 'key'] },
      { name: '*', extensions: ['*'] },
    ],
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const answer = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Asks for a folder to watch; null = cancelled. */
export async function chooseFolder(): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const answer = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Asks for PDF files to mail; the next question begins in the same folder. [] = cancelled. */
export async function choosePdfFiles(): Promise<string[]> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const answer = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return answer.canceled ? [] : answer.filePaths;
}
