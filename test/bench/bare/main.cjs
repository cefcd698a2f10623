// The floor: a bare window of the same runtime and size, sandboxed as ours is.
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

// As in electron/app/security.ts: with the switch, Chromium's processes refuse to run as root, and no window comes up.
if (process.getuid?.() !== 0) app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1320,
    height: 860,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(__dirname, 'index.html'));
});
