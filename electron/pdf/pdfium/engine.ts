import { readFile } from 'node:fs/promises';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export type Pdfium = WrappedPdfiumModule;

/** The memory of the engine, as it is now (it grows). Its own types leave this out. */
export const heap = (engine: Pdfium): Uint8Array =>
  (engine.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;

let loading: Promise<Pdfium> | null = null;

/** PDFium, loaded once and only when first needed. @param wasmPath where pdfium.wasm lies */
export function pdfium(wasmPath: string): Promise<Pdfium> {
  loading ??= readFile(wasmPath).then(async (wasm) => {
    const engine = await init({ wasmBinary: new Uint8Array(wasm).buffer });
    engine.PDFiumExt_Init();
    return engine;
  });
  return loading;
}

export type Opening = 'open' | 'password' | 'broken';

/**
 * Opens bytes, runs `use` with the document handle (0 when it did not open), and frees everything:
 * the document before its memory.
 */
export function withDocument<T>(engine: Pdfium, bytes: Uint8Array, use: (doc: number, how: Opening) => T): T {
  const memory = engine.pdfium.wasmExports.malloc(bytes.length);
  try {
    heap(engine).set(bytes, memory);
    const doc = engine.FPDF_LoadMemDocument(memory, bytes.length, '');
    try {
      // FPDF_ERR_PASSWORD is 4
      const how: Opening = doc !== 0 ? 'open' : engine.FPDF_GetLastError() === 4 ? 'password' : 'broken';
      return use(doc, how);
    } finally {
      if (doc !== 0) engine.FPDF_CloseDocument(doc);
    }
  } finally {
    engine.pdfium.wasmExports.free(memory);
  }
}

/** The changed document as bytes. */
export function saveCopy(engine: Pdfium, doc: number): Uint8Array {
  const writer = engine.PDFiumExt_OpenFileWriter();
  try {
    engine.PDFiumExt_SaveAsCopy(doc, writer);
    const size = engine.PDFiumExt_GetFileWriterSize(writer);
    const memory = engine.pdfium.wasmExports.malloc(size);
    try {
      engine.PDFiumExt_GetFileWriterData(writer, memory, size);
      return heap(engine).slice(memory, memory + size);
    } finally {
      engine.pdfium.wasmExports.free(memory);
    }
  } finally {
    engine.PDFiumExt_CloseFileWriter(writer);
  }
}
