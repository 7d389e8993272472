import type { ReportPaper } from '../../../domain/annual-reports/report-paper';
import type { LayoutCode, ReportTables } from '../../../domain/annual-reports/tables';
import type { Block } from '../../../domain/documents/blocks';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

/** A made-up county's report around any tables, for the tests of the files. */
export const sampleReport = (layout: LayoutCode, tables: ReportTables): ReportPaper => {
  const year = layout === '2019' ? 2020 : 2024;
  return {
    title: `青禾县${year}年政府信息公开工作年度报告`,
    agency: '青禾县人民政府',
    year,
    layout,
    publishedOn: `${year + 1}-03-18`,
    address: `https://www.example.gov.cn/annual-reports/qinghe/${year}`,
    preface: [paragraph('本报告按照规定的格式编制，数据的统计期限为1月1日至12月31日。')],
    parts: {
      overview: [
        paragraph('县政府网站全年公开信息15908条，其中政府网6808条，信息公开平台9100条。'),
        { kind: 'heading', level: 3, runs: [{ text: '（一）主动公开' }] },
        paragraph('公开规范性文件15件，解读48条。'),
        {
          kind: 'list',
          ordered: false,
          items: [[{ text: '图解', bold: true }], [{ text: '视频' }]],
        },
      ],
      disclosure: [],
      applications: [],
      litigation: [],
      problems: [paragraph('一是公开的深度还不够。'), paragraph('二是解读的形式单一。')],
      other: [paragraph('没有其他需要报告的事项。')],
    },
    tables,
    attachments: [],
  };
};
