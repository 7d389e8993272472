import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { onTold, tellOthers } from './tell.mjs';

/** Next's own cache of made pages, in the memory of each process: pages that one drops, all drop. */
const NextCache = fileSystemCache.default ?? fileSystemCache;

export default class PageCache extends NextCache {
  /**
   * @param {string | string[]} tags
   * @param {{ expire?: number }} [durations]
   */
  async revalidateTag(tags, durations) {
    await super.revalidateTag(tags, durations);
    tellOthers('pages', { tags, durations });
  }
}

onTold('pages', ({ tags, durations }) => {
  // Whichever it is called on, the tags are the process's.
  void NextCache.prototype.revalidateTag.call({}, tags, durations);
});
