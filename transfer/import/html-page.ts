import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block } from '../../domain/documents/blocks';
import { activeContent } from './active-content';
import { warning, type Warning } from './findings';
import { elementsOf, readContent } from './html-lines';
import type { Attachment } from './imported-document';
import { contentOf } from './state-council';
import { structured } from './structure';

/** The text of any page or piece of HTML, without what could run in a reader's browser. */
export function genericHtml(
  html: string,
  heading: { title: string; number?: string },
): { blocks: Block[]; attachments: Attachment[]; warnings: Warning[] } {
  const page = parse(html);
  const root = contentOf(page) ?? elementsOf(page, ['body'])[0];
  if (!root) return { blocks: [], attachments: [], warnings: [] };
  const { pieces, attachments, images } = readContent(root);
  return {
    blocks: structured(pieces, heading).blocks,
    attachments,
    warnings: [...activeContent(root), ...imageWarnings(root, images)],
  };
}

function imageWarnings(root: Tree.ParentNode, images: number): Warning[] {
  if (images === 0) return [];
  const bare = elementsOf(root, ['img']).filter(
    ({ attrs }) => !attrs.some(({ name, value }) => name === 'alt' && value.trim() !== ''),
  ).length;
  return [
    warning('images-left-out', `${images} 张，已记下地址`),
    ...(bare > 0 ? [warning('image-without-alternative', `${bare} 张`)] : []),
  ];
}
