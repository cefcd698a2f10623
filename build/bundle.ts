import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { cheapIntl } from './cheapIntl.ts';
import { guidePage } from './guide.ts';
import { startChunk } from './startChunk.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string) => join(root, path);

/** Left as plain `require`: Electron itself, Node's own modules and the two native addons. */
const external = [
  'electron',
  'better-sqlite3',
  'keytar',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

const common: InlineConfig = { configFile: false, root, logLevel: 'warn' };

/** Programs of the main process: the app itself, the database worker and the preflight child, each when it exists. */
function mainPrograms(): Record<string, string> {
  const programs = {
    main: at('electron/main.ts'),
    dbWorker: at('electron/db/worker.ts'),
    preflightChild: at('electron/pdf/preflightChild.ts'),
  };
  return Object.fromEntries(Object.entries(programs).filter(([, path]) => existsSync(path)));
}

function nodeBuild(input: Record<string, string>, outDir: string, oneFile: boolean): InlineConfig {
  return {
    ...common,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'keytar'] },
    build: {
      ssr: true,
      outDir: at(outDir),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input,
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          ...(oneFile ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

const start = startChunk();

const page: InlineConfig = {
  ...common,
  root: at('renderer'),
  base: './',
  publicDir: at('renderer/public'),
  plugins: [
    react(),
    cheapIntl(),
    start.plugin,
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE', 'fr-FR', 'it-IT'] }), enforce: 'pre' },
  ],
  worker: { format: 'es' },
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0, // the page's policy refuses data: addresses for fonts and scripts
    // What the first picture needs is asked for with the page, not one after the other.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: at('renderer/index.html'),
      output: { codeSplitting: { groups: [start.group] } },
    },
  },
};

/** Builds what Electron loads into out/: main and its side programs, the preload script, the page, the guide. */
export async function bundle(): Promise<void> {
  if (existsSync(at('electron/main.ts'))) {
    await build(nodeBuild(mainPrograms(), 'out/main', false));
    const wasm = at('node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
    if (existsSync(at('electron/pdf/preflightChild.ts')) && existsSync(wasm)) {
      copyFileSync(wasm, at('out/main/pdfium.wasm'));
    }
  }
  if (existsSync(at('electron/preload/preload.ts'))) {
    await build(nodeBuild({ preload: at('electron/preload/preload.ts') }, 'out/preload', true));
  }
  if (existsSync(at('renderer/index.html'))) await build(page);
  mkdirSync(at('out/guide'), { recursive: true });
  writeFileSync(at('out/guide/guide.html'), guidePage(readFileSync(at('docs/guide/README.md'), 'utf8')));
}

/** One program of the main process in one file `<outDir>/<name>.cjs`, for tests that start it many times. */
export async function bundleProgram(name: string, entry: string, outDir: string): Promise<void> {
  await build(nodeBuild({ [name]: at(entry) }, outDir, true));
}

if (import.meta.main) await bundle();
