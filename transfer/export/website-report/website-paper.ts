import type { Answers } from '../../../domain/website-reports/answers';
import { answerWords, nameWords, printedRows } from '../../../domain/website-reports/printed';
import { formatDay, type Day } from '../../../domain/workdays/days';
import type { FormPaper } from '../forms/form-paper';

/** A 政府网站工作年度报表 as its files are made of it. Always in Chinese. */
export type WebsitePaper = {
  title: string;
  agency: string;
  year: number;
  publishedOn: Day | null;
  /** Of its page on the site, absolute. */
  address: string | null;
  answers: Answers;
};

/** The form as it is printed: one table. */
export function websiteForm(paper: WebsitePaper): FormPaper {
  const { title, agency, year, publishedOn, address, answers } = paper;
  return {
    title,
    agency,
    year,
    publishedOn,
    address,
    preface: [],
    parts: [
      {
        heading: null,
        blocks: [],
        tables: [
          {
            name: 'website',
            caption: title,
            sheet: '网站工作年度报表',
            widths: [22, 26, 58, 50],
            size: 10.5,
            inset: 3,
            head: 0,
            whole: false,
            isKept: () => false,
            rows: printedRows().map((cells) =>
              cells.map((cell) => {
                const { role, at, colSpan, rowSpan } = cell;
                const place = { role, at, colSpan, rowSpan };
                if (cell.role === 'row') {
                  return { ...place, text: nameWords(cell, 'zh-CN'), isLeft: false };
                }
                const answer = answers[cell.field.code];
                return {
                  ...place,
                  text: answerWords(cell.field, answer, 'zh-CN'),
                  isLeft: false,
                  ...(typeof answer === 'number' && { value: answer }),
                };
              }),
            ),
          },
        ],
      },
    ],
    attachments: [],
    signature: [agency, ...(publishedOn ? [formatDay(publishedOn)] : [])],
  };
}
