/** The sign that is written into a cell that applies. */
export const MARK = '√';

const SIGNS = /[√✓✔☑■●▇█]/u;

/** Whether a cell says yes: a sign, 是, or a word that stands for it. A cell with 否 or □ says no. */
export function isMark(cell: string): boolean {
  const plain = cell.normalize('NFKC').trim();
  if (plain === '') return false;
  return SIGNS.test(cell) || /^(是|有|v|y|yes|1|true)$/iu.test(plain);
}

/** Who is meant by a cell of 特定群体, without the sign: `√（申请人）` is 申请人. */
export function nameOfGroup(cell: string): string {
  if (/^(否|无|—|-|\/)$/u.test(cell.trim())) return '';
  const plain = isMark(cell) && !SIGNS.test(cell) ? '' : cell.replace(new RegExp(SIGNS, 'gu'), '');
  return plain
    .replace(/[□☐○]/gu, '')
    .replace(/^特定群体[:：]?/u, '')
    .replace(/^[\s（(]+|[\s）)]+$/gu, '')
    .trim();
}
