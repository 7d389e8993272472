import type { Block } from '../documents/blocks';
import { formatChineseNumeral } from '../documents/chinese-numerals';
import { formatDay, partsOf } from '../workdays/days';
import { FAULTS, type AgencyRow, type Measure, type Quarter, type QuarterFigures } from './quarter';

/** 2026年第三季度政府信息公开工作情况通报 */
export const quarterTitle = ({ year, quarter }: Quarter): string =>
  `${quarterName({ year, quarter })}政府信息公开工作情况通报`;

export const quarterName = ({ year, quarter }: Quarter): string =>
  `${year}年第${formatChineseNumeral(quarter)}季度`;

/** One sentence for each agency that has something to put right, and one for each column. */
export function findingsOf({ rows, columns }: QuarterFigures): string[] {
  return [
    ...rows.flatMap((row) => {
      const faults = FAULTS.flatMap((name) => (row[name] > 0 ? [FAULT[name](row[name])] : []));
      return faults.length > 0 ? [`${nameOf(row)}：${faults.join('，')}。`] : [];
    }),
    ...columns.map(({ name, last, daysLate }) =>
      last === null
        ? `栏目“${name}”没有内容。`
        : `栏目“${name}”自${formatDay(last)}起没有更新，超过更新期限${daysLate}天。`,
    ),
  ];
}

/**
 * A draft of the notice: what the figures say in sentences, which whoever writes it goes on from.
 * Nothing stands in it that is not in the figures.
 */
export function quarterBody(figures: QuarterFigures): Block[] {
  const { total, rows, columns } = figures;
  const findings = findingsOf(figures);
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, runs: [{ text }] });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
  const units = rows.filter(({ slug }) => slug !== null).length;
  const silent = rows.filter(({ slug, published }) => slug !== null && published === 0).length;
  return [
    paragraph(
      `现将${quarterName(figures)}（${monthAndDay(figures.from)}至${monthAndDay(figures.to)}）各单位政府信息公开工作情况通报如下。数据由政府信息公开平台根据工作记录汇总，截至${formatDay(figures.asOf)}。`,
    ),
    heading('一、总体情况'),
    paragraph(
      `本季度${units}个单位共主动公开文件${total.published}件${silent > 0 ? `，其中${silent}个单位没有公开文件` : ''}。${
        total.late > 0
          ? `自形成之日起超过20个工作日公开的${total.late}件。`
          : '没有超过20个工作日才公开的文件。'
      }`,
    ),
    paragraph(
      `答复政府信息公开申请${total.applicationsAnswered}件，其中逾期答复${total.applicationsLate}件；到期未答复${total.applicationsOverdue}件。答复网民来信${total.lettersAnswered}件，其中逾期答复${total.lettersLate}件；到期未答复${total.lettersOverdue}件。`,
    ),
    paragraph(
      `公开标准目录中没有内容的事项${total.itemsEmpty}项，超过更新期限的${total.itemsLate}项；网站栏目没有内容或者超过更新期限的${columns.length}个。`,
    ),
    heading('二、发现的问题'),
    ...(findings.length > 0
      ? [
          {
            kind: 'list',
            ordered: true,
            items: findings.map((text) => [{ text }]),
          } satisfies Block,
        ]
      : [paragraph('本季度没有发现上述方面的问题。')]),
    heading('三、工作要求'),
    paragraph(
      findings.length > 0
        ? '请有关单位对照上述问题逐项核实、及时整改，并将整改情况报送政府信息公开工作机构。对数据有异议的，可以提供记录申请复核。'
        : '请各单位继续按照时限公开政府信息、答复申请和来信。',
    ),
  ];
}

const FAULT: Record<Measure, (count: number) => string> = {
  published: String,
  applicationsAnswered: String,
  lettersAnswered: String,
  late: (count) => `${count}件文件超过20个工作日才公开`,
  unexplained: (count) => `${count}件应当解读的文件没有解读`,
  itemsEmpty: (count) => `${count}项标准目录事项没有内容`,
  itemsLate: (count) => `${count}项标准目录事项超过更新期限`,
  applicationsLate: (count) => `${count}件公开申请逾期答复`,
  applicationsOverdue: (count) => `${count}件公开申请到期未答复`,
  lettersLate: (count) => `${count}件来信逾期答复`,
  lettersOverdue: (count) => `${count}件来信到期未答复`,
  correctionsOverdue: (count) => `${count}件网站找错到期未处理`,
  outcomesOverdue: (count) => `${count}项意见征集到期未公布结果`,
};

const nameOf = ({ name }: AgencyRow): string => name ?? '未标明单位的内容';

function monthAndDay(day: string): string {
  const { month, date } = partsOf(day);
  return `${month}月${date}日`;
}
