import type { Plugin } from 'vite';

/** Packages whose front door names everything they have; what is not used at the start must not come with it. */
const manyThings = /node_modules\/(react-aria|react-stately|@react-|lucide-react)/;

/**
 * Puts all the page needs for its first picture into one file: what the entry imports, directly or not. Left alone,
 * the bundler makes a file of every module that screens share with it, and the window waits for twenty of them.
 */
export function startChunk(): { plugin: Plugin; group: { name: string; test: (id: string) => boolean } } {
  const wanted = new Set<string>();
  const plugin: Plugin = {
    name: 'start-chunk',
    buildEnd() {
      const visit = (id: string): void => {
        if (wanted.has(id)) return;
        wanted.add(id);
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) visit(next);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry === true) visit(id);
    },
  };
  return { plugin, group: { name: 'start', test: (id) => wanted.has(id) && !manyThings.test(id) } };
}
