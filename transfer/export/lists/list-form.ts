import type { FormCell, FormPaper } from '../forms/form-paper';
import { firstRows, valueIn, wordsOf, type List } from './list';

/** More than this is no list that anybody reads on paper. */
const MOST = 2000;

/**
 * A list as it stands on paper: a sentence, then one table with its head on every page. A column of
 * links is not printed: the first cell of the row leads there.
 *
 * @returns null for a list that is not given out on paper
 */
export async function listForm(list: List): Promise<FormPaper | null> {
  const { paper, locale } = list;
  if (!paper) return null;
  const shown = list.columns.filter(({ kind }) => kind !== 'link');
  const link = list.columns.find(({ kind }) => kind === 'link');
  const head = shown.map(({ label }, at): FormCell => ({
    role: 'column',
    at,
    colSpan: 1,
    rowSpan: 1,
    text: label,
    isLeft: false,
  }));
  const rows: FormCell[][] = [head];
  for await (const row of firstRows(list, MOST)) {
    const href = link && wordsOf(valueIn(link, row), locale);
    rows.push(
      shown.map((column, at): FormCell => ({
        role: at === 0 ? 'row' : 'figure',
        at,
        colSpan: 1,
        rowSpan: 1,
        text: wordsOf(valueIn(column, row), locale),
        isLeft: column.kind === 'text',
        ...(at === 0 && href && { href }),
      })),
    );
  }
  return {
    title: list.title,
    agency: paper.agency,
    year: paper.year,
    publishedOn: null,
    address: list.address,
    preface: [{ kind: 'paragraph', runs: [{ text: paper.lead }] }],
    parts: [
      {
        heading: null,
        blocks: [],
        tables: [
          {
            name: 'changes',
            caption: list.title,
            sheet: list.name,
            widths: paper.widths,
            size: 9,
            inset: 3,
            head: 1,
            whole: false,
            isKept: () => false,
            rows,
          },
        ],
      },
    ],
    attachments: [],
    signature: [],
  };
}
