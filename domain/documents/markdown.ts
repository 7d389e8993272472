import { stringify } from 'yaml';
import { runsToText, type Run } from './blocks';
import { bodyOf, type Paper, type PaperLabels } from './paper';
import { structureOf, type StructuredBlock } from './structure';
import { layOutTable } from './table-layout';

/**
 * A document as Markdown (CommonMark with pipe tables): what is known of it as YAML front matter,
 * under names that a program can rely on, then the title as the only `#` and the text. Lines that
 * the source sets to the right (signature, date) are quoted with `> `.
 *
 * Reading it back gives the same outline and the same articles. What Markdown has no form for is
 * written plain: centred lines, spans of table cells (their words stand in the first cell).
 */
export function documentMarkdown(paper: Paper, labels: PaperLabels): string {
  const body = bodyOf(paper);
  const { blocks, outline } = structureOf(body);
  const levels = new Map(outline.map(({ id, level }) => [id, level]));
  const files = paper.attachments ?? [];
  const parts = [
    `---\n${frontMatter(paper)}---`,
    `# ${escaped(oneLine(paper.title))}`,
    ...(blocks.length > 0
      ? blocks.map((entry) => blockMarkdown(entry, levels))
      : [escaped(labels.emptyBody)]),
    ...(files.length > 0
      ? [
          `## ${escaped(labels.attachments)}`,
          files
            .map(
              ({ name, address }) =>
                `- ${inline([{ text: oneLine(name), href: address ?? undefined }])}`,
            )
            .join('\n'),
        ]
      : []),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function frontMatter(paper: Paper): string {
  const facts = {
    title: oneLine(paper.title),
    number: paper.number,
    index_number: paper.indexNumber,
    agency: paper.agency,
    themes: paper.themes,
    kind: paper.kind,
    made_on: paper.madeOn,
    published_on: paper.publishedOn,
    keywords: paper.keywords,
    validity: paper.validity,
    address: paper.address,
  };
  const known = Object.entries(facts).filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && value.length > 0,
  );
  return stringify(Object.fromEntries(known), { lineWidth: 0 });
}

function blockMarkdown(entry: StructuredBlock, levels: ReadonlyMap<string, number>): string {
  const { block } = entry;
  switch (block.kind) {
    case 'list':
      return block.items
        .map((item, i) => {
          const mark = block.ordered ? `${(block.start ?? 1) + i}.` : '-';
          return `${mark} ${inline(item.map((run) => ({ ...run, text: oneLineKept(run.text) })))}`;
        })
        .join('\n');
    case 'table':
      return tableMarkdown(block.rows);
    case 'heading':
    case 'paragraph':
      break;
  }
  if (entry.isHeading && !entry.rest) {
    const level = Math.min(4, (levels.get(entry.id ?? '') ?? 1) + 1);
    return `${'#'.repeat(level)} ${inline(trimmed(block.runs.map((run) => ({ ...run, bold: false, text: oneLineKept(run.text) }))))}`;
  }
  if (entry.role === 'article' && entry.rest && runsToText(entry.rest).trim() !== '') {
    return `**${entry.label}**　${lines(entry.rest)}`;
  }
  if (block.kind === 'paragraph' && block.align === 'right') {
    return splitLines(block.runs)
      .map((line) => `> ${inline(trimmed(line))}`)
      .join('\n\n');
  }
  return lines(block.runs);
}

/** A line break inside a paragraph is a backslash at the end of a line. */
const lines = (runs: readonly Run[]): string =>
  splitLines(runs)
    .map((line) => inline(trimmed(line)))
    .join('\\\n');

function splitLines(runs: readonly Run[]): Run[][] {
  const all: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, i) => {
      if (i > 0) all.push([]);
      all.at(-1)?.push({ ...run, text });
    });
  }
  return all.filter((line) => runsToText(line).trim() !== '');
}

/** Blanks at both ends of a line have a meaning in Markdown that they don't have in the text. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = runs.filter((run) => run.text !== '').map((run) => ({ ...run }));
  for (let first = kept[0]; first; first = kept[0]) {
    first.text = first.text.replace(/^\s+/u, '');
    if (first.text !== '') break;
    kept.shift();
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.replace(/\s+$/u, '');
    if (last.text !== '') break;
    kept.pop();
  }
  return kept;
}

function tableMarkdown(rows: Parameters<typeof layOutTable>[0]): string {
  const { rows: laid, columns, head } = layOutTable(rows);
  if (laid.length === 0) return '';
  const grid = laid.map(({ cells }) => {
    const line = Array.from({ length: columns }, () => '');
    for (const { cell, column } of cells) {
      line[column] = splitLines(cell.runs)
        .map((part) => inline(trimmed(part)))
        .join('<br>');
    }
    return `| ${line.join(' | ')} |`;
  });
  const rule = `|${' --- |'.repeat(columns)}`;
  // A pipe table begins with a row of heads; where the text has none, it is empty.
  if (head === 0) return [`|${'  |'.repeat(columns)}`, rule, ...grid].join('\n');
  return [grid[0], rule, ...grid.slice(1)].join('\n');
}

/** The runs of one line; what could be read as a mark of its own at the start of the line is escaped. */
function inline(runs: readonly Run[]): string {
  const text = runs.map(markedRun).join('');
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2').replace(/^([+=-])/u, '\\$1');
}

function markedRun({ text, bold, href }: Run): string {
  const words = href ? `[${escaped(text)}](${addressOf(href)})` : escaped(text);
  if (!bold || text.trim() === '') return words;
  // Marks stand against words: against a stop or a blank they would not be read as marks.
  if (href) return `**${words}**`;
  const match = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
  const [before, core, after] = [match?.[1] ?? '', match?.[2] ?? '', match?.[3] ?? ''];
  return core === '' ? escaped(text) : `${escaped(before)}**${escaped(core)}**${escaped(after)}`;
}

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~&$]/gu, '\\$&');

const addressOf = (href: string): string =>
  href.replace(/[()<>\\\s]/gu, (mark) =>
    encodeURIComponent(mark).replace('(', '%28').replace(')', '%29'),
  );

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const oneLineKept = (text: string): string => text.replace(/\n/gu, ' ');
