import mammoth from 'mammoth';
import { parse } from 'parse5';
import { TEXT_PART, withoutHiddenText } from '../release-check/docx';
import { readableDocument } from './docx-parts';
import { skip, warning, type Skip, type Warning } from './findings';
import { elementsOf, readContent, type Piece } from './html-lines';
import { ZIP_LIMITS } from './inspect-zip';
import type { Attachment } from './imported-document';
import { openZip, type ZipEntry } from './zip-entries';

export type PaperContent = { pieces: Piece[]; attachments: Attachment[]; warnings: Warning[] };

/**
 * The text of a Word file with its headings, numbers, tables, bold and places on the page. Headers,
 * footers, comments and what can't be seen are no part of the text; pictures are named in a finding.
 *
 * @param bytes of a file that `inspectFile` has let through
 */
export async function readDocx(bytes: Uint8Array): Promise<PaperContent | { skip: Skip }> {
  let html: string;
  let hidden = 0;
  try {
    html = await htmlOf(Buffer.from(bytes), (letters) => (hidden += letters));
  } catch (error) {
    return { skip: skip('damaged-file', (error as Error).message) };
  }
  const page = parse(html);
  const body = elementsOf(page, ['body'])[0];
  if (!body) return { skip: skip('empty-body') };
  const { pieces, attachments } = readContent(body);
  const images = elementsOf(body, ['img']);
  const bare = images.filter(
    ({ attrs }) => !attrs.some(({ name, value }) => name === 'alt' && value.trim() !== ''),
  );
  return {
    pieces,
    attachments,
    warnings: [
      ...(hidden > 0 ? [warning('hidden-left-out', `${hidden} 个字`)] : []),
      ...(images.length > 0 ? [warning('images-left-out', `${images.length} 张`)] : []),
      ...(bare.length > 0 ? [warning('image-without-alternative', `${bare.length} 张`)] : []),
    ],
  };
}

/**
 * @param onHidden told of letters that can't be seen and are left out
 * @throws Error when a part is missing or damaged
 */
export async function htmlOf(bytes: Buffer, onHidden?: (letters: number) => void): Promise<string> {
  const zip = await openZip(bytes, ZIP_LIMITS.entries);
  try {
    const file = await partsOf(new Map(zip.entries.map((entry) => [entry.name, entry])), onHidden);
    // mammoth opens what `file` gives; its types speak only of paths and bytes.
    const { value } = await mammoth.convertToHtml(file as never, {
      styleMap: STYLE_MAP,
      externalFileAccess: false,
      ignoreEmptyParagraphs: true,
      includeEmbeddedStyleMap: false,
      // Pictures are not read: an address without content stands for each.
      convertImage: mammoth.images.imgElement(async () => ({ src: 'data:,' })),
      transformDocument: (document) => styled(document) as unknown,
    });
    return value.replace(/ class="gk-([a-z-]+)"/gu, (_, name: string) => ` ${ATTRIBUTES[name]}`);
  } finally {
    zip.close();
  }
}

/** mammoth's view of a ZIP, over parts that were unpacked within bounds. */
async function partsOf(
  entries: ReadonlyMap<string, ZipEntry>,
  onHidden?: (letters: number) => void,
) {
  const read = async (name: string): Promise<Buffer> => {
    const entry = entries.get(name);
    if (!entry) throw new Error(`${name} 不在文件里`);
    return entry.read(ZIP_LIMITS.unpackedBytes);
  };
  const numbering = entries.has('word/numbering.xml')
    ? (await read('word/numbering.xml')).toString('utf8')
    : undefined;
  const styles = new Map(entries.has(STYLES) ? [[STYLES, await read(STYLES)] as const] : undefined);
  const part = async (name: string): Promise<Buffer> => {
    const bytes = await read(name);
    if (!TEXT_PART.test(name)) return bytes;
    const { xml, letters } = withoutHiddenText(bytes.toString('utf8'), styles);
    if (letters > 0) onHidden?.(letters);
    return Buffer.from(name === 'word/document.xml' ? readableDocument(xml, numbering) : xml);
  };
  return {
    file: {
      exists: (name: string) => entries.has(name),
      read: async (name: string, encoding?: string) => {
        const bytes = await part(name);
        if (encoding === 'base64') return bytes.toString('base64');
        return encoding ? new TextDecoder(encoding).decode(bytes) : new Uint8Array(bytes);
      },
    },
  };
}

const STYLES = 'word/styles.xml';

/** What a style of our own becomes once mammoth has carried it into HTML. */
const ATTRIBUTES: Record<string, string> = {
  center: 'align="center"',
  right: 'align="right"',
  hei: 'style="font-family:黑体"',
  kai: 'style="font-family:楷体"',
  large: 'style="font-size:16pt"',
  'hei-large': 'style="font-family:黑体;font-size:16pt"',
  'kai-large': 'style="font-family:楷体;font-size:16pt"',
};

const STYLE_MAP = [
  "p[style-name='Title'] => p.gk-center:fresh",
  "p[style-name='Subtitle'] => p.gk-center:fresh",
  ...['center', 'right'].map((name) => `p[style-name='gk-${name}'] => p.gk-${name}:fresh`),
  ...['hei', 'kai', 'large', 'hei-large', 'kai-large'].map(
    (name) => `r[style-name='gk-${name}'] => span.gk-${name}`,
  ),
];

type Element = {
  type: string;
  children?: Element[];
  alignment?: string | null;
  styleName?: string | null;
  font?: string | null;
  fontSize?: number | null;
};

/** mammoth carries styles alone into HTML, so places and faces are made into styles. */
function styled(element: Element): Element {
  const children = element.children?.map(styled);
  const copy = children ? { ...element, children } : { ...element };
  if (copy.type === 'paragraph' && !/^(?:heading|title|subtitle)/iu.test(copy.styleName ?? '')) {
    if (copy.alignment === 'center') copy.styleName = 'gk-center';
    if (copy.alignment === 'right' || copy.alignment === 'end') copy.styleName = 'gk-right';
  }
  if (copy.type === 'run') {
    const face = /黑体|SimHei|小标宋/iu.test(copy.font ?? '')
      ? 'hei'
      : /楷体|KaiTi/iu.test(copy.font ?? '')
        ? 'kai'
        : '';
    // 二号 (22 points) is a title's size, 三号 (16) that of the text.
    const size = (copy.fontSize ?? 0) >= 18 ? 'large' : '';
    const name = [face, size].filter(Boolean).join('-');
    if (name) copy.styleName = `gk-${name}`;
  }
  return copy;
}
