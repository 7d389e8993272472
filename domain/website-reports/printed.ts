import type { Label } from '../annual-reports/layouts';
import { placeCells, type Placed } from '../documents/place-cells';
import type { Answer } from './answers';
import { isGroup, SECTIONS, type FormField } from './form';

/** A cell of the printed form: the name of what stands to its right, or the field itself. */
export type FormCell = Placed<
  | { role: 'row'; label: Label; unit?: Label; colSpan?: number; rowSpan?: number }
  | { role: 'figure'; field: FormField; colSpan?: number; rowSpan?: number }
>;

/** Section, group, name, answer. */
export const COLUMNS = 4;

/** The form as it is printed: names of sections and groups reach over the rows of their fields. */
export function printedRows(): FormCell[][] {
  const rows = SECTIONS.flatMap(({ label, items }): Loose[][] => {
    const stub = label ? 1 : 0;
    const own = items.flatMap((item): Loose[][] => {
      if (!isGroup(item))
        return [[nameOf(item, COLUMNS - 1 - stub), { role: 'figure', field: item }]];
      return item.fields.map((field, i) => [
        ...(i === 0
          ? [{ role: 'row' as const, label: item.label, rowSpan: item.fields.length }]
          : []),
        nameOf(field, 1),
        { role: 'figure' as const, field },
      ]);
    });
    if (!label) return own;
    const [first = [], ...rest] = own;
    return [[{ role: 'row', label, rowSpan: own.length }, ...first], ...rest];
  });
  return placeCells(rows);
}

type Loose =
  | { role: 'row'; label: Label; unit?: Label; colSpan?: number; rowSpan?: number }
  | { role: 'figure'; field: FormField; colSpan?: number; rowSpan?: number };

const nameOf = ({ label, unit }: FormField, colSpan: number): Loose => ({
  role: 'row',
  label,
  ...(unit && { unit }),
  colSpan,
});

/** A name with its unit, as the form prints it: 总数（单位：条）. */
export const nameWords = (cell: { label: Label; unit?: Label }, locale: string): string => {
  if (locale === 'en') return cell.unit ? `${cell.label.en} (${cell.unit.en})` : cell.label.en;
  return cell.unit ? `${cell.label.zh}（单位：${cell.unit.zh}）` : cell.label.zh;
};

/**
 * What stands in a field as printed. Choices show every option with its box, as the form does, each on a
 * line; a blank stays blank, and numbers are digits.
 */
export function answerWords(field: FormField, answer: Answer | undefined, locale: string): string {
  const say = ({ zh, en }: Label) => (locale === 'en' ? en : zh);
  const box = (isChosen: boolean, label: Label) => `${isChosen ? '■' : '□'} ${say(label)}`;
  switch (field.kind) {
    case 'yes-no':
      return [box(answer === true, YES), box(answer === false, NO)].join('　');
    case 'choice':
    case 'choices':
      return (field.options ?? [])
        .map(({ code, label }) =>
          box(Array.isArray(answer) ? answer.includes(code) : answer === code, label),
        )
        .join('\n');
    default:
      return answer === null || answer === undefined ? '' : String(answer);
  }
}

const YES: Label = { zh: '是', en: 'Yes' };
const NO: Label = { zh: '否', en: 'No' };
