import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Run } from '../../domain/documents/blocks';

/** The site's own address (https://www.example.gov.cn), for links that name a page of it. */
export type LinkBase = string | undefined;

/** Runs as Word's runs: marks, links and line breaks kept, characters that XML forbids left out. */
export function inlines(
  runs: readonly Run[],
  base: LinkBase,
  look: IRunOptions = {},
): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const address = run.href && absoluteLink(run.href, base);
    const marks: IRunOptions = {
      ...look,
      ...(run.bold && { bold: true }),
      ...(run.italic && { italics: true }),
      ...(address && { style: 'Hyperlink' }),
    };
    const pieces = plainText(run.text)
      .split('\n')
      .map((text, i) => new TextRun({ ...marks, text, ...(i > 0 && { break: 1 }) }));
    return address ? [new ExternalHyperlink({ link: address, children: pieces })] : pieces;
  });
}

/** Text without what XML 1.0 cannot carry: control characters, lone surrogates, non-characters. */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** A link that leads somewhere from a file on a disk; undefined when there is none. */
export function absoluteLink(href: string, base: LinkBase): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}
