import ExcelJS from 'exceljs';
import { writeChannels } from '../../domain/catalogue/channels';
import { DOMAINS } from '../../domain/catalogue/domains';
import type { CatalogueItem } from '../../domain/catalogue/items';
import { MARK } from '../../domain/catalogue/sheet-marks';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const TITLE_ROW = 1;
const HEADER_ROW = 2;
const FIRST_ROW = 4;
const GROUPS = { levelOne: 2, levelTwo: 3 } as const;
const WIDTHS = [6, 12, 14, 36, 34, 18, 16, 30, 8, 14, 8, 8, 8, 8, 14];

/** The header of the ministries' guidelines: name, or name with the two columns under it. */
const HEADER: (string | [string, string, string])[] = [
  '序号',
  ['公开事项', '一级事项', '二级事项'],
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  ['公开对象', '全社会', '特定群体'],
  ['公开方式', '主动', '依申请'],
  ['公开层级', '县级', '乡级'],
  '备注',
];

/**
 * The catalogue as an XLSX of the official shape (国办发〔2019〕54号): one sheet a field in the order
 * of the notice, a title, a header in two rows, equal levels merged, √ where something applies.
 *
 * @param title put above each sheet before the field's name, such as the county's
 */
export async function catalogueWorkbook(
  items: readonly CatalogueItem[],
  title = '',
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { code, zh } of DOMAINS) {
    const own = items.filter((item) => item.domain === code);
    if (own.length > 0) addSheet(workbook, zh, `${title}${zh}领域基层政务公开标准目录`, own);
  }
  // A workbook without a sheet can't be opened.
  if (workbook.worksheets.length === 0) addSheet(workbook, '标准目录', '基层政务公开标准目录', []);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  title: string,
  items: readonly CatalogueItem[],
): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: FIRST_ROW - 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, paperSize: 9 },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.pageSetup.printTitlesRow = `${HEADER_ROW}:${HEADER_ROW + 1}`;
  sheet.getCell(TITLE_ROW, 1).value = title;
  sheet.getCell(TITLE_ROW, 1).font = { bold: true, size: 16 };
  sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, WIDTHS.length);
  writeHeader(sheet);
  for (const [i, item] of items.entries()) sheet.getRow(FIRST_ROW + i).values = cellsOf(item);
  mergeEqual(sheet, items, GROUPS.levelOne, (item) => [item.levelOne]);
  mergeEqual(sheet, items, GROUPS.levelTwo, (item) => [item.levelOne, item.levelTwo]);
  const last = FIRST_ROW + items.length - 1;
  for (let row = TITLE_ROW; row <= last; row += 1) {
    for (let column = 1; column <= WIDTHS.length; column += 1) {
      const isText = row >= FIRST_ROW && column >= 4 && column <= 8;
      const cell = sheet.getCell(row, column);
      cell.alignment = {
        wrapText: true,
        vertical: 'middle',
        horizontal: isText ? 'left' : 'center',
      };
      if (row > TITLE_ROW) cell.border = BORDER;
    }
  }
}

function writeHeader(sheet: ExcelJS.Worksheet): void {
  let column = 1;
  for (const entry of HEADER) {
    const [name, ...below] = [entry].flat();
    sheet.getCell(HEADER_ROW, column).value = name;
    if (below.length > 0) {
      sheet.mergeCells(HEADER_ROW, column, HEADER_ROW, column + 1);
      for (const [i, text] of below.entries())
        sheet.getCell(HEADER_ROW + 1, column + i).value = text;
      column += 2;
    } else {
      sheet.mergeCells(HEADER_ROW, column, HEADER_ROW + 1, column);
      column += 1;
    }
  }
  for (const row of [HEADER_ROW, HEADER_ROW + 1]) sheet.getRow(row).font = { bold: true };
}

/** The cells of one item, in the columns of the header. */
function cellsOf(item: CatalogueItem): (string | number)[] {
  const mark = (applies: boolean) => (applies ? MARK : '');
  const isSpecific = item.audience === 'specific';
  return [
    item.order,
    item.levelOne,
    item.levelTwo,
    item.content,
    item.basis,
    item.timeLimit,
    item.agencyName,
    writeChannels(item.channels),
    mark(!isSpecific),
    [mark(isSpecific), item.audienceNote].filter(Boolean).join('\n'),
    mark(item.way === 'proactive'),
    mark(item.way === 'on-request'),
    mark(item.levels.includes('county')),
    mark(item.levels.includes('township')),
    item.reviewDays ? `更新周期${item.reviewDays}天` : '',
  ];
}

function mergeEqual(
  sheet: ExcelJS.Worksheet,
  items: readonly CatalogueItem[],
  column: number,
  levels: (item: CatalogueItem) => string[],
): void {
  let start = 0;
  for (let i = 1; i <= items.length; i += 1) {
    const before = levels(items[i - 1] as CatalogueItem);
    const item = items[i];
    if (item && levels(item).join('\n') === before.join('\n') && before.at(-1) !== '') continue;
    if (i - start > 1) sheet.mergeCells(FIRST_ROW + start, column, FIRST_ROW + i - 1, column);
    start = i;
  }
}

const LINE = { style: 'thin' } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };
