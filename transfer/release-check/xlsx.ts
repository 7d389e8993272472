import { isDark, isSameColour } from './docx-styles';
import type { Tally } from './findings';
import { relationsOf, xmlOf, type OfficePackage } from './office-package';
import { Shapes } from './office-shapes';
import { attributesOf, decodeEntities, xmlEvents } from './xml-events';
import { columnNumber, MergedCells } from './xlsx-merged';
import { readCellLooks, readRunColours, type CellLook } from './xlsx-styles';

/** A column or row drawn together to a line hides as much as one that is hidden: its width in characters, its height in points. */
export const LEAST_WIDTH = 0.3;
export const LEAST_HEIGHT = 1.5;

export function inspectXlsx(parts: OfficePackage, tally: Tally): void {
  for (const name of parts.keys()) {
    if (/^xl\/(?:externalLinks\/[^/]+\.xml|connections\.xml|queryTables\/|model\/)/iu.test(name)) {
      tally.add('xlsx-external');
    }
    if (/^xl\/(?:pivotCache\/[^/]+\.xml|slicerCaches\/)/iu.test(name)) tally.add('xlsx-pivot');
    if (/^xl\/revisions\/.+\.xml$/iu.test(name)) tally.add('office-changes');
    if (/^xl\/(?:macrosheets|dialogsheets)\//iu.test(name)) tally.add('macros');
    if (/^xl\/drawings\/[^/]+\.xml$/iu.test(name)) drawing(xmlOf(parts, name), tally);
  }
  const looks = readCellLooks(parts);
  const runs = readRunColours(parts);
  const targets = new Map(relationsOf(parts, 'xl/workbook.xml').map((one) => [one.id, one.target]));
  for (const event of xmlEvents(xmlOf(parts, 'xl/workbook.xml'))) {
    if (event.type !== 'open') continue;
    const found = attributesOf(event.attributes);
    if (event.name === 'definedName' && isOn(found.get('hidden'))) {
      // A filter of a table names its range so by itself.
      if (!/^_xlnm\./iu.test(found.get('name') ?? '')) tally.add('xlsx-hidden-names');
    }
    if (event.name !== 'sheet') continue;
    const title = found.get('name') ?? '';
    if (/hidden/iu.test(found.get('state') ?? '')) tally.add('xlsx-hidden-sheet', title);
    const target = targets.get(found.get('id') ?? '');
    if (target) new SheetReader(title, looks, runs, tally).read(xmlOf(parts, target));
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function drawing(xml: string, tally: Tally): void {
  const shapes = new Shapes('drawing', tally);
  let isText = false;
  for (const event of xmlEvents(xml)) {
    shapes.take(event);
    if (event.type === 'open') isText = event.name === 't';
    else if (event.type === 'text' && isText && event.text.trim() !== '') shapes.hasText();
  }
  shapes.finish();
}

class SheetReader {
  private readonly hiddenColumns: [first: number, last: number][] = [];
  private readonly columnsWithText = new Set<number>();
  private isRowHidden = false;
  private isRowCounted = false;
  private readonly merged = new MergedCells();
  private cell:
    { row: number; column: number; look: CellLook | undefined; type: string } | undefined;
  private element = '';

  constructor(
    private readonly title: string,
    private readonly looks: readonly CellLook[],
    private readonly runs: ReadonlyMap<number, readonly (string | undefined)[]>,
    private readonly tally: Tally,
  ) {}

  read(xml: string): void {
    for (const event of xmlEvents(xml)) {
      if (event.type === 'open') this.begin(event.name, event.attributes);
      else if (event.type === 'close') {
        this.element = '';
        if (event.name === 'c') this.cell = undefined;
      } else if (this.cell && /^(?:v|t)$/u.test(this.element) && event.text.trim() !== '') {
        this.value(decodeEntities(event.text));
      }
    }
    this.tally.add('xlsx-hidden-columns', this.title, this.columnsWithText.size);
    this.tally.add('xlsx-unreadable-cells', this.title, this.merged.count());
  }

  private begin(name: string, attributes: string): void {
    this.element = name;
    if (name === 'col') {
      const found = attributesOf(attributes);
      const isHidden = isOn(found.get('hidden')) || Number(found.get('width') ?? 9) < LEAST_WIDTH;
      if (isHidden) this.hiddenColumns.push([Number(found.get('min')), Number(found.get('max'))]);
    } else if (name === 'row') {
      const found = attributesOf(attributes);
      this.isRowHidden = isOn(found.get('hidden')) || Number(found.get('ht') ?? 15) < LEAST_HEIGHT;
      this.isRowCounted = false;
    } else if (name === 'mergeCell') {
      this.merged.merge(attributesOf(attributes).get('ref') ?? '');
    } else if (name === 'c') {
      const found = attributesOf(attributes);
      this.cell = {
        row: rowOf(found.get('r') ?? ''),
        column: columnOf(found.get('r') ?? ''),
        look: this.looks[Number(found.get('s') ?? 0)],
        type: found.get('t') ?? 'n',
      };
    }
  }

  private value(text: string): void {
    const { row, column, look, type } = this.cell as NonNullable<typeof this.cell>;
    this.merged.hold(row, column, `${type} ${text}`);
    if (this.isRowHidden && !this.isRowCounted) {
      this.isRowCounted = true;
      this.tally.add('xlsx-hidden-rows', this.title);
    }
    if (this.hiddenColumns.some(([first, last]) => column >= first && column <= last)) {
      this.columnsWithText.add(column);
    }
    if (!look) return;
    const colours = (type === 's' ? this.runs.get(Number(text)) : undefined) ?? [look.colour];
    const isLost = colours.some(
      (colour) =>
        isSameColour(colour, look.fill) ||
        (isDark(colour) && look.fill !== undefined && isDark(look.fill)),
    );
    if (look.isBlank || look.size <= 1 || isLost)
      this.tally.add('xlsx-unreadable-cells', this.title);
  }
}

/** The number of a column from the name of a cell: AB12 is 28. */
const columnOf = (cell: string): number => columnNumber(/^[A-Z]{1,3}/u.exec(cell)?.[0] ?? '');
const rowOf = (cell: string): number => Number(/\d{1,7}$/u.exec(cell)?.[0] ?? 0);
