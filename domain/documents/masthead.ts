import { parseDocumentNumber } from './number';

/**
 * 发文机关标志, the red words over an official document, and which of the three formats of
 * GB/T 9704-2012 it belongs to: 公文, 信函格式 (第 10.1 条), 命令格式 (第 10.2 条).
 */
export type Masthead = { form: 'document' | 'letter' | 'order'; mark: string };

/** Kinds that an agency issues on paper of its own; laws, rules and figures have no masthead of ours. */
const ON_OWN_PAPER = new Set(['normative', 'notice', 'plan', 'reply', 'report', 'other']);

/**
 * GB/T 9704-2012 第 7.2.4 条: 发文机关标志由发文机关全称或者规范化简称加“文件”二字组成，
 * 也可以使用发文机关全称或者规范化简称。
 *
 * Only for what an agency of this platform numbered in its own name: a masthead is not put on the
 * texts of others, on joint issues, or on what has no number.
 */
export function mastheadOf(document: {
  kind: string;
  number?: string | null;
  /** The agency that the platform knows, by its full name. */
  agency?: { name: string; kind: string } | null;
  /** The agency as signed, where that is recorded. */
  agencyName?: string | null;
}): Masthead | undefined {
  const { kind, number, agency, agencyName } = document;
  if (!agency || agency.kind === 'external' || !ON_OWN_PAPER.has(kind)) return undefined;
  if (agencyName && agencyName.trim() !== agency.name) return undefined;
  const parsed = number ? parseDocumentNumber(number) : undefined;
  if (parsed?.form === 'coded') {
    return parsed.code.endsWith('函')
      ? { form: 'letter', mark: agency.name }
      : { form: 'document', mark: `${agency.name}文件` };
  }
  if (parsed?.form === 'order' && parsed.instrument === '令') {
    return { form: 'order', mark: `${agency.name}令` };
  }
  return undefined;
}
