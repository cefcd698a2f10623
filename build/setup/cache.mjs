import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloaded and compiled things are kept between clones. */
export function cacheFolder() {
  return (
    process.env.POSTROOM_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'postroom')
  );
}
