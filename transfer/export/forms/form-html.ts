import { headsOf } from '../../../domain/annual-reports/grid';
import { normaliseBlocks, type Block } from '../../../domain/documents/blocks';
import { structureOf } from '../../../domain/documents/structure';
import { absoluteLink } from '../docx-runs';
import { blocksHtml, escaped } from '../topic-package/blocks-html';
import type { FormCell, FormPaper, FormTable } from './form-paper';

/** A form as one page that needs nothing beside it: no script, no font, no address but those of its links. */
export function formHtml(paper: FormPaper, site: string): string {
  const text = (blocks: readonly Block[]) =>
    blocksHtml(structureOf(normaliseBlocks(blocks)), { site, imageOf: () => undefined })
      .replaceAll(/ id="[^"]*"/g, '')
      .replaceAll(/<(\/?)h2>/g, '<$1h3>');
  const parts = paper.parts.map(({ heading, blocks, tables }) =>
    [
      '<section>',
      ...(heading === null ? [] : [`<h2>${escaped(heading)}</h2>`]),
      text(blocks),
      ...tables.map((table) => tableHtml(table, site)),
      '</section>',
    ].join('\n'),
  );
  const files = paper.attachments.map(
    ({ name, address }) => `<li><a href="${escaped(address)}">${escaped(name)}</a></li>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(paper.title)}</title>
${paper.address ? `<link rel="canonical" href="${escaped(paper.address)}">` : ''}
<style>
${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(paper.title)}</h1>
${text(paper.preface)}
${parts.join('\n')}
${files.length > 0 ? `<h2>附件</h2>\n<ul>${files.join('')}</ul>` : ''}
${paper.signature.length > 0 ? `<p class="signature">${paper.signature.map(escaped).join('<br>')}</p>` : ''}
</main>
</body>
</html>
`;
}

/** Every figure names the heads over and beside it, which `scope` alone can't say of merged ones. */
function tableHtml(table: FormTable, site: string): string {
  const idOf = (r: number, cell: FormCell) => `${table.name}-${r + 1}-${cell.at + 1}`;
  const rows = table.rows.map((cells, r) => {
    const inner = cells.map((cell) => {
      const spans =
        (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') +
        (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
      const look = cell.isLeft ? ' class="left"' : '';
      const words = wordsOf(cell, site);
      if (cell.role === 'figure') {
        const heads = headsOf(table, r, cell).map(([row, head]) => idOf(row, head));
        return `<td${spans} headers="${heads.join(' ')}"${look}>${words}</td>`;
      }
      return `<th id="${idOf(r, cell)}"${spans} scope="${scopeOf(cell)}"${look}>${words}</th>`;
    });
    return `<tr>${inner.join('')}</tr>`;
  });
  const name = escaped(table.caption);
  return `<div class="table" tabindex="0" role="region" aria-label="${name}"><table class="${table.name}" aria-label="${name}">
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

function wordsOf({ text, href }: FormCell, site: string): string {
  const link = href === undefined ? undefined : absoluteLink(href, site);
  const words = escaped(text).replaceAll('\n', '<br>');
  return link ? `<a href="${escaped(link)}">${words}</a>` : words;
}

const scopeOf = (cell: FormCell): string => {
  if (cell.role === 'title') return 'colgroup';
  if (cell.role === 'column') return cell.colSpan > 1 ? 'colgroup' : 'col';
  return cell.rowSpan > 1 ? 'rowgroup' : 'row';
};

const STYLE = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1d1b18; font: 17px/1.8 "Songti SC", "Noto Serif CJK SC", SimSun, serif; }
main { max-width: 52rem; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 1.7rem; line-height: 1.4; text-align: center; text-wrap: balance; }
h2 { margin: 1.8em 0 0.6em; font-size: 1.2rem; }
h3 { font-size: 1rem; }
p { margin: 0; text-indent: 2em; }
a { color: #1b3d6f; }
.center { text-align: center; text-indent: 0; }
.right, .signature { text-align: right; text-indent: 0; }
.signature { margin-top: 2em; }
.table { margin: 16px 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.85rem; line-height: 1.45; }
th, td { padding: 4px 6px; border: 1px solid #6f685c; font-weight: 400; text-align: center; }
th.left, td.left { text-align: left; }
a { overflow-wrap: anywhere; }
table.applications, table.changes { min-width: 46rem; }
table.litigation { min-width: 44rem; table-layout: fixed; }
table.litigation th:not([colspan]), table.litigation td { padding: 4px 8px; }
td { min-width: 2.6em; font-variant-numeric: tabular-nums; }
@media print { body { font-size: 12pt; } main { padding: 0; } .table { overflow: visible; } table { min-width: 0 !important; font-size: 9pt; } }
`;
