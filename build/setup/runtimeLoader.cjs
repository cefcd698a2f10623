// Stands in for Electron's own default app in the runtime from the package registry: loads the app whose folder is
// named on the command line, as `electron <folder>` does. Switches may come before the folder.
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const folder = process.argv
  .slice(1)
  .find((arg) => !arg.startsWith('-') && existsSync(path.join(arg, 'package.json')));
if (!folder) {
  process.stderr.write('usage: electron [switches] <folder with package.json>\n');
  process.exit(2);
}
const home = path.resolve(folder);
const about = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(about.productName ?? about.name ?? 'Electron');
app.setVersion(about.version ?? '0.0.0');
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
app.setAppPath(home);
const main = path.join(home, about.main ?? 'index.js');
if (main.endsWith('.mjs') || (about.type === 'module' && !main.endsWith('.cjs')))
  void import(pathToFileURL(main).href);
else require(main);
