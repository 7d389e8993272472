import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { manifestSchema, type Manifest } from '@/domain/open-data/datasets';

export const MANIFEST = 'manifest.json';

/** Where editions of the open data lie. */
export const openDataFolder = (): string =>
  path.resolve(process.env.OPEN_DATA_PATH || './data/open-data');

/**
 * 《中华人民共和国著作权法》第五条: 本法不适用于：（一）法律、法规，国家机关的决议、决定、命令和
 * 其他具有立法、行政、司法性质的文件，及其官方正式译文……
 *
 * The operator may say otherwise for the rest.
 */
export const licence = (): string =>
  process.env.OPEN_DATA_LICENCE ||
  '法律、法规和其他具有立法、行政、司法性质的文件不受著作权法保护（著作权法第五条）；其余内容可以自由使用，请注明来源和日期。 ' +
    'Laws, regulations and other texts of a legislative, administrative or judicial nature are not under copyright (Copyright Law §5); the rest may be used freely, naming source and date.';

/** The edition that is given out; null before the first. @throws when its manifest can't be read */
export async function readEdition(folder = openDataFolder()): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(path.join(folder, MANIFEST), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return manifestSchema.parse(JSON.parse(text));
}
