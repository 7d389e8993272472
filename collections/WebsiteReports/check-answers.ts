import type { CollectionBeforeChangeHook } from 'payload';
import { parseAnswers } from '@/domain/website-reports/answers';
import type { WebsiteReport } from '@/payload-types';
import { fieldNames, findingsOf, refused } from './findings';

/**
 * Any form can be kept as a draft. What is submitted or published has no hard finding, and for every soft
 * one a reason.
 */
export const checkAnswers: CollectionBeforeChangeHook<WebsiteReport> = ({
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  const originalDoc = operation === 'create' ? undefined : given;
  const report = { ...originalDoc, ...data };
  const parsed = parseAnswers(report.answers);
  if (!parsed.ok) throw refused(req, 'answers', 400, fieldNames(req, parsed.problems));
  const status = data._status ?? originalDoc?._status;
  const isLeaving = status === 'published' || data.review?.action === 'submit';
  if (isLeaving && report.year) {
    const findings = findingsOf(req, {
      year: report.year,
      answers: parsed.value,
      publishedOn: report.publishedOn,
      compiled: report.compiled,
      handChanges: report.handChanges,
      reasons: report.reasons,
    });
    const texts = (only: typeof findings) => only.map(({ text }) => text).join('');
    const hard = findings.filter(({ severity }) => severity === 'hard');
    if (hard.length > 0) throw refused(req, 'hard', 400, texts(hard));
    const open = findings.filter(({ needsReason }) => needsReason);
    if (open.length > 0) throw refused(req, 'soft', 400, texts(open));
  }
  return { ...data, answers: parsed.value };
};
