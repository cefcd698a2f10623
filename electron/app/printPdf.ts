import { BrowserWindow, session } from 'electron';

/** Known to the printing session alone; nothing else answers there. */
const address = 'postroom-report://report/';

/**
 * Prints a page of ours as a PDF on A4: in a hidden window without scripts, storage or network.
 * @param html whole document; every text in it must be escaped already
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  const partition = session.fromPartition(`report-${crypto.randomUUID()}`, { cache: false });
  partition.protocol.handle('postroom-report', () =>
    Promise.resolve(
      new Response(html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        },
      }),
    ),
  );
  partition.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url !== address }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="font-size:8px;width:100%;padding:0 15mm;text-align:right;font-family:sans-serif"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
      margins: { top: 0.6, bottom: 0.7, left: 0.6, right: 0.6 },
      generateTaggedPDF: true,
    });
  } finally {
    window.destroy();
    partition.protocol.unhandle('postroom-report');
  }
}
