import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The bytes of a file in test/fixtures/pdf. */
export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/pdf/${name}.pdf`, import.meta.url));

/** Where pdfium.wasm lies for tests. */
export const wasmPath = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
