import { blockToText, runsToText, type Block, type Run } from './blocks';
import { bodyOf, factsOf, type Paper, type PaperLabels } from './paper';
import { isSalutation, structureOf, type StructuredBlock } from './structure';

/**
 * A document as a plain text file: title, number, agency and date, the body with paragraphs
 * indented by two characters and headings set off, attachments, then the metadata.
 *
 * @returns lines parted by `\n`, with one at the end; no byte order mark.
 */
export function documentText(paper: Paper, labels: PaperLabels): string {
  const facts = factsOf(paper, labels);
  const colon = labels.colon ?? '：';
  const dateLine = facts
    .filter((fact) => fact.key === 'agency' || fact.key === 'madeOn')
    .map((fact) => fact.value)
    .join('　');
  const head = [oneLine(paper.title), paper.number ?? '', dateLine].filter((line) => line !== '');
  const body = bodyOf(paper);
  const rest = facts.filter((fact) => fact.key !== 'title');
  const parts = [
    head.join('\n'),
    body.length > 0 ? bodyText(body) : labels.emptyBody,
    attachmentsText(paper, labels),
    rest.map((fact) => `${fact.label}${colon}${oneLine(fact.value)}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const INDENT = '　　';

/** Blocks as lines: a blank line before a heading, and around a table. */
function bodyText(blocks: readonly Block[]): string {
  let text = '';
  let wasSetOff = false;
  structureOf(blocks).blocks.forEach((entry, i) => {
    const isSetOff = entry.block.kind === 'table';
    const isApart = i > 0 && ((entry.isHeading && !entry.rest) || isSetOff || wasSetOff);
    const line = i === 0 && isSalutation(entry.block) ? blockText(entry).trim() : blockText(entry);
    text += `${i === 0 ? '' : '\n'}${isApart && !text.endsWith('\n\n') ? '\n' : ''}${line}`;
    wasSetOff = isSetOff;
  });
  return text;
}

function blockText(entry: StructuredBlock): string {
  const { block } = entry;
  if (block.kind === 'heading') return linkedText(block.runs).trim();
  if (block.kind === 'image') return `${INDENT}〔图〕${oneLine(runsToText(block.runs))}`;
  if (block.kind === 'paragraph') {
    const runs = linkedText(block.runs).trim().split('\n');
    // What the source centres or sets to the right starts where it starts; so does a chapter.
    const isIndented = !block.align && (!entry.isHeading || entry.role === 'level');
    return runs.map((line) => `${isIndented ? INDENT : ''}${line.trim()}`).join('\n');
  }
  if (block.kind === 'list') {
    const withLinks = { ...block, items: block.items.map((item) => [{ text: linkedText(item) }]) };
    return blockToText(withLinks)
      .split('\n')
      .map((line) => `${INDENT}${block.ordered ? '' : '• '}${line}`)
      .join('\n');
  }
  return block.rows
    .map((row) => row.map((cell) => oneLine(linkedText(cell.runs))).join('\t'))
    .join('\n');
}

/** Text with the web addresses behind its links, which paper cannot follow. */
function linkedText(runs: readonly Run[]): string {
  return runs
    .map((run, i) => {
      const isLast = runs[i + 1]?.href !== run.href;
      const isWeb = run.href && /^https?:/iu.test(run.href);
      if (!isWeb || !isLast || runsToText(runs).includes(run.href as string)) return run.text;
      return `${run.text}（${run.href}）`;
    })
    .join('');
}

function attachmentsText(paper: Paper, labels: PaperLabels): string {
  const attachments = paper.attachments ?? [];
  if (attachments.length === 0) return '';
  const lines = attachments.map((file, i) => {
    const number = attachments.length > 1 ? `${i + 1}. ` : '';
    return `${number}${file.name}${file.address ? `（${file.address}）` : ''}`;
  });
  return [`${labels.attachments}${labels.colon ?? '：'}`, ...lines].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
