import { measurePaste } from './measure.ts';

/** The bench where the app does this work: in a worker of a page. */
self.postMessage(await measurePaste());
