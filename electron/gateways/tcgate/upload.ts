import type { DocumentSettings } from '../../../shared/mailings/mailing.ts';

/** Assumed: the download of the document lost the name of the metadata part. */
const metadataPart = 'metadata';
const documentPart = 'document';
/** Assumed: lost as well; "the additional information consumed by the data of documents". */
const valuesProperty = 'metadata';

/** CreateDocumentRequest: the metadata of one upload. Only what the user set is sent; the rest is the service's default. */
export function encodeDocument(settings: DocumentSettings, clientReference: string): Record<string, unknown> {
  const channels: Record<string, unknown> = {};
  if (settings.sendBy !== 'email') channels['print'] = encodePrint(settings);
  if (settings.sendBy !== 'post') channels['email'] = encodeEmail(settings);
  const values = Object.fromEntries(settings.values.map(({ name, value }) => [name, value]));
  return {
    type: settings.type,
    clientReference,
    settings: channels,
    ...(settings.values.length === 0 ? {} : { [valuesProperty]: values }),
  };
}

function encodePrint(settings: DocumentSettings): Record<string, unknown> {
  return {
    ...(settings.bundle === '' ? {} : { bundlingId: settings.bundle }),
    ...(settings.bundlePosition === null ? {} : { bundlingIndex: settings.bundlePosition }),
    ...(settings.addressLines.length === 0
      ? {}
      : { shipping: { addressLines: settings.addressLines, countryCode: settings.country } }),
    pages: {
      ...(settings.printOn === '' ? {} : { type: settings.printOn }),
      ...(settings.dataMatrixPosition === '' ? {} : { dmcPosition: settings.dataMatrixPosition }),
      ...(settings.duplex === null ? {} : { duplex: settings.duplex }),
      ...(settings.punch === null ? {} : { punch: settings.punch }),
      ...(settings.fold === null ? {} : { folding: settings.fold }),
      ...(settings.pageDefinitions.length === 0
        ? {}
        : {
            pageDefinitions: settings.pageDefinitions.map((page) => ({
              number: page.number,
              ...(page.type === '' ? {} : { type: page.type }),
              ...(page.plex === '' ? {} : { plex: page.plex }),
            })),
          }),
    },
  };
}

function encodeEmail(settings: DocumentSettings): Record<string, unknown> {
  return {
    to: settings.to,
    ...(settings.cc.length === 0 ? {} : { cc: settings.cc }),
    ...(settings.bcc.length === 0 ? {} : { bcc: settings.bcc }),
  };
}

/** A file name inside a quoted header parameter (RFC 7578, 4.2: percent-encode quotes and line breaks). */
const headerName = (name: string): string =>
  name.replace(/["\r\n]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);

export interface UploadBody {
  contentType: string;
  /** Bytes of the whole body. */
  length: number;
  stream: ReadableStream<Uint8Array>;
}

/**
 * The multipart body of "Upload Document" as a stream: the PDF is never in memory as a whole.
 * @param pdf opens the archived file
 * @param onBytes told how many bytes of the PDF have been handed over so far
 */
export function uploadBody(
  metadata: Record<string, unknown>,
  fileName: string,
  bytes: number,
  pdf: AsyncIterable<Uint8Array>,
  boundary: string,
  onBytes: (sent: number) => void,
): UploadBody {
  const encoder = new TextEncoder();
  const head = encoder.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="${metadataPart}"\r\nContent-Type: application/json\r\n\r\n` +
      `${JSON.stringify(metadata)}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="${documentPart}"; filename="${headerName(fileName)}"\r\n` +
      'Content-Type: application/pdf\r\n\r\n',
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: head.byteLength + bytes + tail.byteLength,
    stream: streamOf(pieces(head, pdf, tail, bytes, onBytes)),
  };
}

async function* pieces(
  head: Uint8Array,
  pdf: AsyncIterable<Uint8Array>,
  tail: Uint8Array,
  bytes: number,
  onBytes: (sent: number) => void,
): AsyncGenerator<Uint8Array> {
  yield head;
  let sent = 0;
  for await (const piece of pdf) {
    sent += piece.byteLength;
    yield piece;
    onBytes(sent);
  }
  if (sent !== bytes) throw new Error(`The archived file has ${sent} bytes instead of ${bytes}.`);
  yield tail;
}

/** Pulls one piece at a time, so that a slow network slows the reading of the file. */
function streamOf(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await source.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await source.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
