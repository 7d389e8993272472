import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import { loadFonts, type Fonts } from './fonts';
import type { Sheet } from './sheet';

/** The typesetter refused a sheet, which no document may bring it to; `message` says what it said. */
export class TypesettingError extends Error {
  override name = 'TypesettingError';
}

export type Typeset = { pdf: Buffer; pages: number; missing: string[] };

/**
 * Sets sheets as tagged PDF (PDF/UA-1). Blocks its thread while it works and holds some 150 MB: for
 * a process of its own (press-child.ts).
 */
export class Typesetter {
  readonly fonts: Fonts;
  private readonly compiler: Typst.NodeCompiler;
  private readonly template: string;

  constructor(root: string, fontsFolder?: string) {
    // The package is CommonJS around a native module; a bundler must not look into it.
    const { NodeCompiler } = createRequire(path.join(root, 'package.json'))(
      '@myriaddreamin/typst-ts-node-compiler',
    ) as typeof Typst;
    this.fonts = loadFonts(root, fontsFolder);
    this.compiler = NodeCompiler.create({
      // No file of the disk is part of a document: the workspace is a folder that is not there.
      workspace: path.join(root, 'no-files'),
      fontArgs: [{ fontBlobs: this.fonts.files }],
    });
    this.template = readFileSync(path.join(root, 'transfer/export/official.typ'), 'utf8');
  }

  /** @throws TypesettingError */
  set(sheet: Sheet): Typeset {
    const { sheet: settable, missing } = withoutMissing(sheet, this.fonts.has);
    try {
      const compiled = this.compiler.compile({
        mainFileContent: this.template,
        inputs: { sheet: JSON.stringify(settable), faces: JSON.stringify(this.fonts.faces) },
      });
      if (!compiled.result) throw new TypesettingError(this.complaint(compiled));
      const pages = compiled.result.numOfPages;
      const pdf = this.compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
      return { pdf, pages, missing };
    } catch (error) {
      if (error instanceof TypesettingError) throw error;
      throw new TypesettingError(error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    } finally {
      this.compiler.evictCache(0);
    }
  }

  private complaint(compiled: Typst.NodeTypstCompileResult): string {
    const error = compiled.takeDiagnostics();
    return error ? JSON.stringify(this.compiler.fetchDiagnostics(error)).slice(0, 2000) : 'unknown';
  }
}

/** 〓, the printer's mark for a letter that the case does not hold. */
const MARK = '〓';
/** What is not set in type: addresses, and the title in the properties of the file. */
const UNTOUCHED = new Set(['u', 'title']);
/** Characters that show nothing: fonts need not hold them. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Letters that no font holds are replaced by a mark that is seen, and named at the end: the
 * typesetter would leave a gap or refuse the file.
 */
export function withoutMissing(
  sheet: Sheet,
  has: (codePoint: number) => boolean,
): { sheet: Sheet; missing: string[] } {
  const missing = new Set<string>();
  const mended = (text: string): string => {
    let out = '';
    for (const character of text) {
      if (UNSEEN.test(character)) continue;
      if (/\s/u.test(character)) out += character === '　' ? character : ' ';
      else if (has(character.codePointAt(0) as number)) out += character;
      else {
        missing.add(character);
        out += MARK;
      }
    }
    return out;
  };
  const walk = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string') return UNTOUCHED.has(key ?? '') ? value : mended(value);
    if (Array.isArray(value)) return value.map((item) => walk(item));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, walk(item, name)]),
    );
  };
  const { missing: sentence, ...rest } = sheet;
  const settable = walk(rest) as Sheet;
  const letters = [...missing].map(
    (letter) =>
      `U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const told = sentence.replace('{letters}', letters.join(' '));
  return {
    sheet: { ...settable, missing: letters.length > 0 ? mended(told) : '' },
    missing: [...missing],
  };
}
