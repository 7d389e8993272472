import type { PayloadRequest, Where } from 'payload';
import {
  formatDocumentNumber,
  parseDocumentNumbers,
  type DocumentNumber,
} from '@/domain/documents/number';
import type { Document } from '@/payload-types';
import type { Problem, RefusalWords } from './refusal';
import { HOLDER_FIELDS, type Holder } from './held-documents';
import { dayOrNull, idIn } from './stored-days';

/**
 * 《党政机关公文处理工作条例》第九条: 发文字号由发文机关代字、年份、发文顺序号组成. One number, one
 * document: another one that has it already, published or not, is named.
 */
export async function numberProblems(
  document: Partial<Document>,
  req: PayloadRequest,
  t: RefusalWords,
): Promise<Problem[]> {
  const numbers = parseDocumentNumbers(document.number ?? '');
  if (!numbers) return [];
  const written = numbers.map(formatDocumentNumber);
  const known = req.context.heldDocuments;
  const holders = known
    ? written.flatMap(known.withNumber)
    : await holdersOf(whereOf(written), req);
  for (const [i, number] of numbers.entries()) {
    const holder = holders.find(
      (other) =>
        !isItself(document, other) && holds(other, number) && !mayShare(document, other, number),
    );
    if (holder) return [{ path: 'number', message: t('numberUsed', wordsOf(holder, written[i])) }];
  }
  return [];
}

/** 索引号 is one document's own; Payload would only say that the value is not unique. */
export async function indexNumberProblems(
  document: Partial<Document>,
  req: PayloadRequest,
  t: RefusalWords,
): Promise<Problem[]> {
  const { indexNumber } = document;
  if (!indexNumber) return [];
  const known = req.context.heldDocuments;
  const holders = known
    ? known.withIndexNumber(indexNumber)
    : await holdersOf({ indexNumber: { equals: indexNumber } }, req);
  const holder = holders.find((other) => !isItself(document, other));
  if (!holder) return [];
  return [{ path: 'indexNumber', message: t('indexNumberUsed', wordsOf(holder, indexNumber)) }];
}

/** Public records and latest drafts alike: a public text may have a draft with another number. */
async function holdersOf(where: Where, req: PayloadRequest): Promise<Holder[]> {
  const { db } = req.payload;
  const options = {
    collection: 'documents',
    limit: 100,
    pagination: false,
    req,
  } as const;
  const [stored, drafts] = await Promise.all([
    db.find<Holder>({ ...options, where, select: HOLDER_FIELDS }),
    db.queryDrafts<Holder>({
      ...options,
      where: inVersion(where),
      select: { parent: true, version: HOLDER_FIELDS },
    }),
  ]);
  return [...stored.docs, ...drafts.docs];
}

/** Within the text of the field: a joint document's number stands in a list. */
const whereOf = (written: readonly string[]): Where => ({
  or: written.map((number) => ({ number: { contains: number } })),
});

const isItself = (document: Partial<Document>, other: Holder): boolean =>
  document.id !== undefined && String(document.id) === String(other.id);

/** The same condition on the fields of a version. */
function inVersion(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, value]) =>
      key === 'or' ? [key, (value as Where[]).map(inVersion)] : [`version.${key}`, value],
    ),
  ) as Where;
}

const holds = (other: Holder, number: DocumentNumber): boolean =>
  (parseDocumentNumbers(other.number ?? '') ?? [])
    .map(formatDocumentNumber)
    .includes(formatDocumentNumber(number));

/** Kinds whose versions are kept side by side, each as a document with the title of the law. */
const HAS_VERSIONS: readonly string[] = [
  'law',
  'regulation',
  'local-regulation',
  'rule',
  'judicial',
];

/**
 * Versions of one law keep the number under which it was made. A number without its issuer
 * (2019年第1号) is one agency's own; orders are counted afresh with each term of an assembly
 * (主席令第一号), so an order of another year is another order.
 */
function mayShare(document: Partial<Document>, other: Holder, number: DocumentNumber): boolean {
  if (
    HAS_VERSIONS.includes(document.kind ?? '') &&
    document.kind === other.kind &&
    bare(document.title) === bare(other.title)
  ) {
    return true;
  }
  if (number.form === 'coded') return false;
  const issuer = number.form === 'yearly' ? number.series : number.issuer;
  if (isWithoutIssuer(issuer) && !isSameAgency(document, other)) return true;
  return number.form === 'order' && yearOf(document) !== yearOf(other);
}

const isWithoutIssuer = (issuer: string): boolean => /^(令|公告|通告)?$/u.test(issuer);

function isSameAgency(one: Partial<Document>, other: Holder): boolean {
  const [a, b] = [idIn(one.agency), idIn(other.agency)];
  if (a !== undefined && b !== undefined) return String(a) === String(b);
  return Boolean(one.agencyName) && one.agencyName === other.agencyName;
}

const yearOf = ({ madeOn }: Partial<Document>): string => dayOrNull(madeOn)?.slice(0, 4) ?? '';

const bare = (title: string | undefined): string =>
  (title ?? '').replace(/[\s《》（）()、，,]/gu, '');

const wordsOf = ({ title, _status }: Holder, number: string | undefined) => ({
  number: number ?? '',
  title: title ?? '',
  state: _status === 'published' ? 'published' : 'draft',
});
