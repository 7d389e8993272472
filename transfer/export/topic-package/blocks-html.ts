import {
  blockToText,
  isSafeHref,
  runsToText,
  type Block,
  type Run,
} from '../../../domain/documents/blocks';
import type { Structure, StructuredBlock } from '../../../domain/documents/structure';

/** Text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/**
 * An official text as plain HTML with the anchors that the site has, for a file that is opened from a
 * disk. An address of the site is written out, since there is no site beside the file.
 *
 * @param imageOf the file that stands for a picture, by the address that it has on the site
 */
export function blocksHtml(
  structure: Structure,
  { site, imageOf }: { site: string; imageOf: (src: string) => string | undefined },
): string {
  const runs = (list: readonly Run[]) => list.map((run) => runHtml(run, site)).join('');
  return structure.blocks.map((part) => blockHtml(part, runs, imageOf)).join('\n');
}

function blockHtml(
  { block, id, itemIds, isHeading, rest }: StructuredBlock,
  runs: (list: readonly Run[]) => string,
  imageOf: (src: string) => string | undefined,
): string {
  const anchor = id ? ` id="${escaped(id)}"` : '';
  switch (block.kind) {
    case 'heading':
      return `<h2${anchor}>${runs(block.runs)}</h2>`;
    case 'paragraph': {
      if (isHeading && !rest) return `<h2${anchor}>${runs(block.runs)}</h2>`;
      const align = block.align ? ` class="${block.align}"` : '';
      return `<p${anchor}${align}>${runs(block.runs)}</p>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.start && block.start !== 1 ? ` start="${block.start}"` : '';
      const items = block.items.map((item, i) => {
        const own = itemIds?.[i] ? ` id="${escaped(itemIds[i])}"` : '';
        return `<li${own}>${runs(item)}</li>`;
      });
      return `<${tag}${start}>${items.join('')}</${tag}>`;
    }
    case 'table':
      return tableHtml(block, runs);
    case 'image': {
      const file = block.src ? imageOf(block.src) : undefined;
      const words = escaped(runsToText(block.runs));
      return file
        ? `<figure><img src="${file}" alt="${words}"></figure>`
        : `<p>${escaped(blockToText(block))}</p>`;
    }
  }
}

function tableHtml(
  { rows }: Extract<Block, { kind: 'table' }>,
  runs: (list: readonly Run[]) => string,
): string {
  const cells = rows.map((row) => {
    const inner = row.map(({ runs: own, header, colSpan, rowSpan }) => {
      const tag = header ? 'th' : 'td';
      const spans = `${colSpan ? ` colspan="${colSpan}"` : ''}${rowSpan ? ` rowspan="${rowSpan}"` : ''}`;
      return `<${tag}${spans}>${runs(own)}</${tag}>`;
    });
    return `<tr>${inner.join('')}</tr>`;
  });
  return `<div class="table" tabindex="0"><table>${cells.join('')}</table></div>`;
}

function runHtml(run: Run, site: string): string {
  let html = escaped(run.text).replaceAll('\n', '<br>');
  if (run.italic) html = `<em>${html}</em>`;
  if (run.bold) html = `<strong>${html}</strong>`;
  if (!run.href || !isSafeHref(run.href)) return html;
  const href = run.href.startsWith('/') ? new URL(run.href, site).toString() : run.href;
  return `<a href="${escaped(href)}">${html}</a>`;
}
