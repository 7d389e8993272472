import type { SearchRecord } from './engine';

/**
 * What the versions of one norm have in common: who made it and what it is called, without the year
 * of the edition. Null for all else: two notices of one title are two notices. An amending decision
 * is no version of what it amends, nor of another such decision.
 *
 * @param kind code of the catalogue
 */
export function workOf({ kind, title, agency }: Pick<SearchRecord, 'kind' | 'title' | 'agency'>) {
  if (!kind || !NORMS.has(kind)) return null;
  const name = title.normalize('NFKC').replace(EDITION, '').replace(/\s+/gu, '');
  if (name === '' || ACT.test(name)) return null;
  // A law is made by the congress and amended by its standing committee.
  const maker = (agency ?? '').normalize('NFKC').replace(/常务委员会$|常委会$/u, '');
  return `${maker}:${name}`;
}

const NORMS = new Set(['law', 'regulation', 'local-regulation', 'rule', 'judicial', 'normative']);

/** （2018年修正）, （2020修订版）, （2007）, （试行）; not （一）, which tells two interpretations apart. */
const EDITION =
  /[([〔【](?:[^()[\]〔〕【】]*(?:修订|修正|修改|年版)[^()[\]〔〕【】]*|\d{4}年?|试行|暂行)[)\]〕】]/gu;

/** Ways of acting once, which come again under the same title. */
const ACT = /(?:修正案|通知|通告|公告|通报|决定|决议|批复|答复|复函|函|命令|令)[》)]?$/u;
