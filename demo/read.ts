import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';

/** A demo file that cannot be read; the message begins with the file. */
export class DemoFileError extends Error {
  constructor(
    readonly file: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${message}`, options);
    this.name = 'DemoFileError';
  }
}

/** A text file with its front matter: `name` is the path below the folder without `.md`. */
export type DemoText = { name: string; data: Record<string, unknown>; body: string };

/**
 * Parts a text into its front matter (YAML between two lines of `---` at the very top) and
 * what follows.
 *
 * @param file named in errors only
 * @throws {DemoFileError} without front matter, with one that never ends, or with broken YAML
 */
export function parseFrontMatter(text: string, file: string): Omit<DemoText, 'name'> {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!/^---[ \t]*\n/.test(clean)) throw new DemoFileError(file, 'does not begin with ---');
  const end = /\n---[ \t]*(\n|$)/.exec(clean);
  if (!end) throw new DemoFileError(file, 'the front matter does not end with ---');
  const data = parseYaml(clean.slice(clean.indexOf('\n') + 1, end.index + 1), file);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new DemoFileError(file, 'the front matter is not a set of named values');
  }
  return {
    data: data as Record<string, unknown>,
    body: clean.slice(end.index + end[0].length).trim(),
  };
}

/**
 * A body in two languages: the Chinese text, then a line `<!-- en -->`, then the English one.
 * Without that line there is no English text.
 *
 * @throws {DemoFileError} when the line stands there twice
 */
export function splitLanguages(body: string, file: string): { zh: string; en?: string } {
  const parts = body.split(/^<!-- en -->[ \t]*$/m).map((part) => part.trim());
  if (parts.length > 2) throw new DemoFileError(file, 'has the line <!-- en --> twice');
  const [zh = '', en] = parts;
  return en ? { zh, en } : { zh };
}

/**
 * One YAML file as it stands; the caller checks its shape.
 *
 * @throws {DemoFileError} when it is absent, no UTF-8, or broken YAML
 */
export async function readYaml(file: string): Promise<unknown> {
  return parseYaml(await readUtf8(file), file);
}

/**
 * Every `.md` file below a folder, sorted by name. A folder that is absent is an error: a
 * demo county without its documents should not look like a finished one.
 *
 * @throws {DemoFileError} naming the file that could not be read
 */
export async function readTexts(folder: string): Promise<DemoText[]> {
  const files = await listFiles(folder, '.md');
  return Promise.all(
    files.map(async (file) => ({
      name: relative(folder, file).slice(0, -'.md'.length).split(sep).join('/'),
      ...parseFrontMatter(await readUtf8(file), file),
    })),
  );
}

/** Every `.yaml` file below a folder with its content, sorted by name. Errors as in readTexts. */
export async function readYamls(folder: string): Promise<{ name: string; data: unknown }[]> {
  const files = await listFiles(folder, '.yaml');
  return Promise.all(
    files.map(async (file) => ({
      name: relative(folder, file).slice(0, -'.yaml'.length).split(sep).join('/'),
      data: await readYaml(file),
    })),
  );
}

async function listFiles(folder: string, ending: string): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new DemoFileError(folder, 'the folder cannot be read', { cause });
  }
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readUtf8(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new DemoFileError(file, 'cannot be read', { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DemoFileError(file, 'is not UTF-8', { cause });
  }
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new DemoFileError(file, cause instanceof Error ? cause.message : 'broken YAML', {
      cause,
    });
  }
}
