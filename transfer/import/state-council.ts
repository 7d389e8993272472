import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { themesFromField } from '../../domain/catalogue/themes';
import { formatIndexNumber, parseIndexNumber } from '../../domain/documents/index-number';
import { canonicalDocumentNumber } from '../../domain/documents/number';
import { blockToText, type Block } from '../../domain/documents/blocks';
import { readDate } from './dates';
import { skip, warning, type Parsed, type Warning } from './findings';
import { attributeOf, elementsOf, readContent, textOf } from './html-lines';
import { checksumOf, type ImportedDocument } from './imported-document';
import { categoryOf, kindOfPaper } from './kinds';
import { structured } from './structure';
import { tidy } from './text';

const LABELS = [
  '索引号',
  '主题分类',
  '发文机关',
  '成文日期',
  '标题',
  '发文字号',
  '发布日期',
  '主题词',
] as const;
type Label = (typeof LABELS)[number];
type Metadata = Partial<Record<Label, string>>;

/**
 * Reads a saved page of gov.cn: the table of 索引号, 主题分类, 发文机关, 成文日期, 标题, 发文字号,
 * 发布日期 and 主题词 above, and the text under `#UCAP-CONTENT`.
 */
export function parseStateCouncilPage(path: string, html: string): Parsed<ImportedDocument> {
  if (html.trim() === '') return { skip: skip('empty-body') };
  if (!/<\/(?:html|body)\s*>/iu.test(html)) return { skip: skip('cut-file', '网页没有结束标记') };
  const page = parse(html);
  const content = contentOf(page);
  const metadata = metadataOf(page, content);
  const title = metadata.标题;
  if (!title) return { skip: skip('no-metadata') };
  const agencyName = metadata.发文机关?.replace(/[\s　]+/gu, '、');
  if (!agencyName) return { skip: skip('no-agency') };
  if (!content) return { skip: skip('empty-body') };
  const address = pageAddress(page);
  const { pieces, attachments, images } = readContent(content, address);
  const { blocks } = structured(pieces, { title, number: metadata.发文字号 });
  if (blocks.length === 0) return { skip: skip('empty-body') };
  const number = metadata.发文字号 && numberOf(metadata.发文字号);
  const themes = themesFromField(metadata.主题分类 ?? '').map(({ theme }) => theme);
  const kind = kindOfPaper(title, number);
  const madeOn = readDate(metadata.成文日期 ?? '');
  const publishedOn = readDate(metadata.发布日期 ?? '');
  const indexNumber = indexNumberOf(metadata.索引号);
  const body: Omit<ImportedDocument, 'source'> = {
    title,
    ...(number && { number }),
    ...(indexNumber && { indexNumber }),
    agencyName,
    themes,
    keywords: keywordsOf(metadata.主题词),
    kind,
    category: categoryOf(kind, title),
    ...(madeOn && { madeOn }),
    ...(publishedOn && { publishedOn }),
    blocks,
    attachments,
  };
  const warnings = [
    ...(number && !canonicalDocumentNumber(number) ? [warning('number-unusual', number)] : []),
    ...(metadata.主题分类 && themes.length === 0
      ? [warning('theme-unknown', metadata.主题分类)]
      : []),
    ...(madeOn ? signatureDiffers(blocks, madeOn) : [warning('date-missing', '成文日期')]),
    ...(publishedOn ? [] : [warning('date-missing', '发布日期')]),
    ...(images > 0 ? [warning('images-left-out', `${images} 张，已记下地址`)] : []),
  ];
  const source = {
    address: address ?? path.split('/').slice(-2).join('/'),
    checksum: checksumOf(body),
  };
  return { document: { source, ...body }, warnings };
}

/** The element that holds the text; later pages of the same site name it by a class. */
export function contentOf(page: Tree.Document): Tree.Element | undefined {
  const elements = elementsOf(page, ['td', 'div', 'article']);
  return (
    elements.find((element) => attributeOf(element, 'id') === 'UCAP-CONTENT') ??
    elements.find((element) =>
      /(?:^|\s)(?:TRS_Editor|trs_editor_view|pages_content)(?:\s|$)/u.test(
        attributeOf(element, 'class'),
      ),
    )
  );
}

/** Labels are spaced out for looks (标　　题：); the value stands in the next cell. */
function metadataOf(page: Tree.Document, content: Tree.Element | undefined): Metadata {
  const metadata: Metadata = {};
  for (const row of elementsOf(page, ['tr'])) {
    const cells = row.childNodes.filter(
      (child): child is Tree.Element => 'tagName' in child && /^t[dh]$/u.test(child.tagName),
    );
    for (const [i, cell] of cells.entries()) {
      const value = cells[i + 1];
      if (cell === content || !value || value === content) continue;
      // A cell that holds the whole page can't be a label; reading its text would be slow.
      if (elementsOf(cell, ['table']).length > 0) continue;
      const label = textOf(cell).replace(/[\s　\u00a0:：]+/gu, '') as Label;
      const text = tidy(textOf(value));
      if (LABELS.includes(label) && text !== '') metadata[label] ??= text;
    }
  }
  return metadata;
}

/** The address a saved page gives for itself, when it gives one. */
function pageAddress(page: Tree.Document): string | undefined {
  const links = elementsOf(page, ['link', 'meta', 'base']);
  const written =
    links.find((link) => attributeOf(link, 'rel') === 'canonical') ??
    links.find((link) => attributeOf(link, 'property') === 'og:url') ??
    links.find((link) => link.tagName === 'base');
  const address = written && (attributeOf(written, 'href') || attributeOf(written, 'content'));
  return address && /^https?:\/\/[^/]/u.test(address) ? address : undefined;
}

const numberOf = (written: string): string => canonicalDocumentNumber(written) ?? written;

function indexNumberOf(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const number = parseIndexNumber(written);
  return number ? formatIndexNumber(number) : written;
}

/** 主题词 part by spaces; a triangle marks a word that is not in the official list. */
const keywordsOf = (written = ''): string[] => [
  ...new Set(
    written
      .split(/[\s　;；,，、]+/u)
      .map((word) => word.replace(/[△▲*＊]/gu, ''))
      .filter((word) => word !== ''),
  ),
];

/** A date under the signature that isn't the catalogue's: one of the two is a slip. */
function signatureDiffers(blocks: readonly Block[], madeOn: string): Warning[] {
  const signed = blocks.flatMap((block) => {
    const text = block.kind === 'paragraph' && block.align === 'right' ? blockToText(block) : '';
    const day = text.length < 30 ? readDate(text) : undefined;
    return day ? [day] : [];
  });
  return signed.length === 0 || signed.includes(madeOn)
    ? []
    : [warning('date-mismatch', `著录 ${madeOn}，落款 ${signed[0] ?? ''}`)];
}
