/**
 * 《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）: 办事服务: 办事指南要素应包括事项名称、设定依据、申请条件、办理材料、
 * 办理地点、办理时间、联系电话、办理流程. In the order in which the page shows them.
 */
export const GUIDE_PARTS = [
  'title',
  'basis',
  'conditions',
  'materials',
  'place',
  'hours',
  'phone',
  'process',
] as const;
export type GuidePart = (typeof GUIDE_PARTS)[number];

type Text = string | null | undefined;

/** What a guide says, as far as its completeness goes. */
export type Guide = Partial<
  Record<'title' | 'basis' | 'conditions' | 'place' | 'hours' | 'phone', Text>
> & {
  /** A basis may also be given by naming the documents. */
  documents?: readonly unknown[] | null;
  materials?: readonly { name?: Text }[] | null;
  /** Said on purpose that nothing has to be brought. */
  noMaterials?: boolean | null;
  process?: readonly { title?: Text }[] | null;
};

/** The required parts that a guide lacks, in their order; blanks alone say nothing. */
export function missingParts(guide: Guide): GuidePart[] {
  return GUIDE_PARTS.filter((part) => !has(guide, part));
}

function has(guide: Guide, part: GuidePart): boolean {
  switch (part) {
    case 'basis':
      return isSaid(guide.basis) || Boolean(guide.documents?.length);
    case 'materials':
      return guide.noMaterials === true || hasNamed(guide.materials, ({ name }) => name);
    case 'process':
      return hasNamed(guide.process, ({ title }) => title);
    default:
      return isSaid(guide[part]);
  }
}

const isSaid = (text: Text): boolean => typeof text === 'string' && text.trim() !== '';

/** At least one row, and none without a name. */
const hasNamed = <Row>(rows: readonly Row[] | null | undefined, nameOf: (row: Row) => Text) =>
  Boolean(rows?.length && rows.every((row) => isSaid(nameOf(row))));

/** The host of an address at which one can apply; null where it is no such address: https only, without an account in it. */
export function onlineHost(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && hostname.includes('.') && !username && !password;
  return isPlain ? hostname : null;
}
