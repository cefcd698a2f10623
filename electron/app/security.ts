import { app, session, shell } from 'electron';
import type { Session, WebContents } from 'electron';
import { pathOf, scheme } from './protocol.ts';

/** Where tracking pages live: the only addresses that are opened in the system's browser. */
const carriers = [
  'www.ups.com',
  'service.post.ch',
  'tools.usps.com',
  'www.dhl.com',
  'www.fedex.com',
  't.17track.net',
];

/** Whether an address is a carrier's page over https. */
export function isCarrierPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === 'https:' && carriers.includes(host) && username === '' && password === '';
}

/** Opens a carrier's page in the system browser; any other address is a bug and throws. */
export async function openCarrierPage(address: string): Promise<void> {
  if (!isCarrierPage(address)) throw new Error('That is not the page of a carrier.');
  await shell.openExternal(address);
}

/** Whether an address may be shown in a window: our page, and nothing else. */
export function isPageAddress(address: string): boolean {
  const pathname = pathOf(address);
  return pathname === '/' || pathname === '/index.html';
}

/** Whether the page's session may load an address. Everything on a network is refused, even if the CSP failed. */
export function mayLoad(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  if (protocol === `${scheme}:`) return pathOf(address) !== null;
  return protocol === 'blob:' || protocol === 'data:' || protocol === 'devtools:';
}

/** Before ready: the sandbox for every window, and guards on every page that is ever made. */
export function secureApp(): void {
  // Chromium cannot sandbox root (a bare build server); there the windows' own `sandbox: true` must do.
  if (process.getuid?.() !== 0) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  // Chromium sends a request again by itself when a kept connection turns out to be dead, POST included. The
  // gateways therefore say `connection: close`, which only HTTP/1.1 knows: over HTTP/2 it would be dropped.
  app.commandLine.appendSwitch('disable-http2');
  app.commandLine.appendSwitch('disable-quic');
}

/** When ready: the page's session gets no permission, no device, no download and no network. */
export function secureSession(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  target.setSpellCheckerEnabled(false);
  target.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback(null);
  });
  target.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
  target.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url) }));
}

/** No navigation away, no new windows, no webviews. */
function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isPageAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPageAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
