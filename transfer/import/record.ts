import { CATEGORIES, KINDS, THEMES, type Entry } from '../../domain/catalogue/codes';
import { themesFromField } from '../../domain/catalogue/themes';
import type { Block } from '../../domain/documents/blocks';
import { formatIndexNumber, parseIndexNumber } from '../../domain/documents/index-number';
import { canonicalDocumentNumber } from '../../domain/documents/number';
import { readDate } from './dates';
import { skip, warning, type Parsed, type Warning } from './findings';
import { checksumOf, type Attachment, type ImportedDocument } from './imported-document';
import { categoryOf, kindOfPaper } from './kinds';
import type { RecordField } from './record-fields';
import { tidy } from './text';

/** The facts of one row or line as text; lists are lists already, or one text whose parts are parted. */
export type RecordFacts = Partial<Record<Exclude<RecordField, 'body'>, string | readonly string[]>>;

/**
 * The title, number and signing agency of a record, without which it is none; a list gives them to
 * the reading of the text, which leaves out a heading that repeats them.
 */
export type Heading = { title: string; number?: string; agencyName: string };

export function headingOf(facts: RecordFacts): Parsed<Heading> {
  const title = oneLine(facts.title);
  if (title === '') return { skip: skip('no-title') };
  if ([...title].length > 300) return { skip: skip('title-too-long', title.slice(0, 40)) };
  const agencyName = oneLine(facts.agency).replace(/[\s　;；]+/gu, '、');
  if (agencyName === '') return { skip: skip('no-agency') };
  const written = oneLine(facts.number);
  if (written === '') return { document: { title, agencyName }, warnings: [] };
  const number = canonicalDocumentNumber(written);
  return {
    document: { title, number: number ?? written, agencyName },
    warnings: number ? [] : [warning('number-unusual', written)],
  };
}

/**
 * A document from the facts of a list and the blocks of its text.
 * @param place what tells the record apart when it has neither index number nor address
 */
export function documentOf(
  facts: RecordFacts,
  heading: Heading,
  text: { blocks: Block[]; attachments?: Attachment[]; madeOn?: string | undefined },
  place: string,
): Parsed<ImportedDocument> {
  if (text.blocks.length === 0) return { skip: skip('empty-body') };
  const warnings: Warning[] = [];
  const { title, number, agencyName } = heading;
  const day = (field: 'madeOn' | 'publishedOn' | 'effectiveOn' | 'lapsesOn') => {
    const written = oneLine(facts[field]);
    const read = readDate(written);
    if (written !== '' && !read) warnings.push(warning('date-unreadable', written));
    return read;
  };
  const madeOn = day('madeOn') ?? text.madeOn;
  const publishedOn = day('publishedOn');
  const effectiveOn = day('effectiveOn');
  const lapsesOn = day('lapsesOn');
  if (!madeOn) warnings.push(warning('date-missing', '成文日期'));
  const kind = codeOf(KINDS, facts.kind) ?? kindOfPaper(title, number);
  if (oneLine(facts.kind) !== '' && !codeOf(KINDS, facts.kind)) {
    warnings.push(warning('kind-unknown', oneLine(facts.kind)));
  }
  const themes = themesOf(facts.themes);
  if (oneLine(facts.themes) !== '' && themes.length === 0) {
    warnings.push(warning('theme-unknown', oneLine(facts.themes)));
  }
  const indexNumber = indexNumberOf(oneLine(facts.indexNumber));
  const summary = tidy(several(facts.summary).join('\n'));
  const address = oneLine(facts.address);
  const body: Omit<ImportedDocument, 'source'> = {
    title,
    ...(number && { number }),
    ...(indexNumber && { indexNumber }),
    agencyName,
    isOwn: true,
    themes,
    keywords: [...new Set(several(facts.keywords, /[\s　;；,，、|]+/u))],
    kind,
    category: codeOf(CATEGORIES, facts.category) ?? categoryOf(kind, title),
    ...(summary && { summary: [...summary].slice(0, 600).join('') }),
    ...(madeOn && { madeOn }),
    ...(publishedOn && { publishedOn }),
    ...(effectiveOn && { effectiveOn }),
    ...(lapsesOn && { lapsesOn }),
    blocks: text.blocks,
    attachments: [...(text.attachments ?? []), ...attachmentsOf(facts.attachments)],
  };
  const source = {
    address: address || `${place}#${number ?? [title, madeOn].filter(Boolean).join(' ')}`,
    checksum: checksumOf(body),
  };
  return { document: { source, ...body }, warnings };
}

const several = (value: string | readonly string[] | undefined, parts = /[;；\n]+/u): string[] =>
  (typeof value === 'string' ? value.split(parts) : (value ?? [])).map(tidy).filter(Boolean);

const oneLine = (value: string | readonly string[] | undefined): string =>
  tidy(typeof value === 'string' ? value : (value ?? []).join('；'));

/** A code of a list, written as the code or by its Chinese or English name. */
function codeOf<Code extends string>(
  entries: readonly Entry<Code>[],
  value: string | readonly string[] | undefined,
): Code | undefined {
  const written = oneLine(value).toLowerCase();
  if (written === '') return undefined;
  return entries.find(
    ({ code, zh, en }) => code === written || zh === written || en.toLowerCase() === written,
  )?.code;
}

function themesOf(value: string | readonly string[] | undefined): ImportedDocument['themes'] {
  const named = several(value).flatMap((written) => {
    const code = codeOf(THEMES, written);
    return code ? [code] : themesFromField(written).map(({ theme }) => theme);
  });
  return [...new Set(named)];
}

function indexNumberOf(written: string): string | undefined {
  if (written === '') return undefined;
  const number = parseIndexNumber(written);
  return number ? formatIndexNumber(number) : written;
}

/** `name address`, or an address alone, one a line. */
function attachmentsOf(value: string | readonly string[] | undefined): Attachment[] {
  return several(value).map((written) => {
    const address = /https?:\/\/\S+$/u.exec(written)?.[0];
    if (!address) return { name: written, address: written };
    const name = tidy(written.slice(0, -address.length));
    return { name: name || (address.split('/').at(-1) ?? address), address };
  });
}
