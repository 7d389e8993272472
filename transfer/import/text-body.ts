import { readDate } from './dates';
import type { Line, Piece } from './html-lines';
import { tidy } from './text';

/**
 * The lines of plain text, which knows no places on the page: the agency and the date with which
 * an official text ends are set to the right, as they are printed.
 */
export function textPieces(text: string, agencyName = ''): Piece[] {
  const lines = text
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/u)
    .map(tidy)
    .filter((line) => line !== '')
    .map((line): Line => ({ kind: 'line', runs: [{ text: line }] }));
  const dateAt = lines.findLastIndex(
    ({ runs }, at) => at >= lines.length - SIGNED_WITHIN && isBareDate(runs[0]?.text ?? ''),
  );
  if (dateAt > 0) {
    (lines[dateAt] as Line).align = 'right';
    for (let at = dateAt - 1; at > 0 && dateAt - at <= 4; at -= 1) {
      const line = lines[at] as Line;
      const words = line.runs[0]?.text ?? '';
      if (words !== agencyName && !isAgency(words)) break;
      line.align = 'right';
    }
  }
  return lines;
}

/** A signature may be followed by annexes and by notes of whom it was copied to. */
const SIGNED_WITHIN = 12;

/** A line that is a date and nothing else. */
export const isBareDate = (text: string): boolean =>
  /^[（(]?[\d０-９〇○零一二三四五六七八九十年月日\s]{6,24}[）)]?$/u.test(text) &&
  readDate(text) !== undefined;

/** A line that is the name of a body: it ends in a word for one and holds no sentence. */
export const isAgency = (text: string): boolean =>
  text.length >= 3 &&
  text.length <= 40 &&
  !/[，。；：、“”《》\d]/u.test(text) &&
  /(?:政府|办公室|办公厅|委员会|局|厅|部|院|署|处|中心|所|站|队|会|办|组|指挥部|公司|大会|镇|乡|街道|林场|管委会|银行|学校)(?:（[^（）]{1,12}）)?$/u.test(
    text,
  );
