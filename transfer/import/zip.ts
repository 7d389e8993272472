import { skip, type Skip } from './findings';
import { isLinesType, isListType, LIMITS, limitOf, tooLarge, type SourceFile } from './source-file';
import { openZip, ZipEntryError, ZipTooManyError, type Zip, type ZipEntry } from './zip-entries';

/**
 * The files of a ZIP archive, one in memory at a time. Lists come first: the files that a list
 * names as its texts are given to it alone.
 *
 * @param refusalOf why a file is left alone by its name, or null
 */
export async function* readZip(
  path: string,
  refusalOf: (name: string) => Skip | null,
): AsyncGenerator<SourceFile> {
  let zip: Zip;
  try {
    zip = await openZip(path, LIMITS.files);
  } catch (error) {
    const { message } = error as Error;
    const isTooMany = error instanceof ZipTooManyError;
    yield {
      path,
      skip: isTooMany
        ? skip('too-many-parts', `${message} > ${LIMITS.files}`)
        : skip('damaged-archive', message),
    };
    return;
  }
  try {
    const byName = new Map(zip.entries.map((entry) => [slashed(entry.name), entry]));
    const used = new Set<ZipEntry>();
    const lists = zip.entries.filter(({ name }) => isListType(name));
    const others = zip.entries.filter(({ name }) => !isListType(name));
    for (const entry of [...lists, ...others]) {
      if (used.has(entry)) continue;
      const file = await fileOf(entry, refusalOf);
      if (!isListType(entry.name) || !('bytes' in file)) {
        yield file;
        continue;
      }
      const folder = slashed(entry.name).replace(/[^/]*$/u, '');
      const sibling = async (name: string) => {
        const found = byName.get(`${folder}${slashed(name).replace(/^\.\//u, '')}`);
        if (!found) return undefined;
        used.add(found);
        return fileOf(found, refusalOf);
      };
      yield { ...file, sibling };
    }
  } finally {
    zip.close();
  }
}

async function fileOf(
  entry: ZipEntry,
  refusalOf: (name: string) => Skip | null,
): Promise<SourceFile> {
  const refusal = refusalOf(entry.name);
  if (refusal) return { path: entry.name, skip: refusal };
  const path = slashed(entry.name);
  try {
    if (isLinesType(path)) return { path, chunks: await entry.stream() };
    const limit = limitOf(path);
    return { path, bytes: await entry.read(limit) };
  } catch (error) {
    if (!(error instanceof ZipEntryError)) throw error;
    const { reason, message } = error;
    if (reason === 'too-large') return { path, skip: tooLarge(entry.size, limitOf(path)) };
    return { path, skip: skip(reason, message) };
  }
}

const slashed = (name: string): string => name.replaceAll('\\', '/');
