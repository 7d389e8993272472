import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { caseError } from '@/collections/Applications/case-error';
import { takesRelease } from '@/domain/applications/statuses';
import { messages } from '@/messages';
import type { CaseFile } from '@/payload-types';
import type { ReleaseFinding } from '@/transfer/release-check/findings';
import { inspectForRelease } from '@/transfer/release-check/inspect';
import { PdfGivenUpError } from '@/transfer/release-check/pdf-process';
import { NotReleasableError, stripMetadata } from '@/transfer/release-check/strip';
import { findingSentence } from '@/transfer/release-check/words';

/**
 * 条例第三十七条: “申请公开的信息中含有不应当公开或者不属于政府信息的内容，但是能够作区分处理的，行政机关应当向申请人提供可以公开的政府信息内容”.
 * What is withheld must be gone from the copy, not covered: a released copy is looked through before it
 * is kept, and what programs wrote about its makers is taken away. The original stays as it is.
 */
export const checkRelease: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req;
  const { purpose } = ((args as { data?: Partial<CaseFile> }).data ?? {}) as Partial<CaseFile>;
  if (operation !== 'create' || purpose !== 'released' || !file) return args;
  const { kind, findings } = await inspectForRelease(file.data, file.name);
  const hard = findings.filter((finding) => finding.hard);
  if (hard.length > 0) throw refused(req, hard);
  try {
    const clean = await stripMetadata(file.data, kind);
    req.file = { ...file, data: clean, size: clean.length };
  } catch (error) {
    if (error instanceof NotReleasableError) throw refused(req, error.findings);
    if (error instanceof PdfGivenUpError) throw refused(req, [{ key: 'too-long', hard: true }]);
    throw error;
  }
  req.context[CHECKED] = findings;
  return args;
};

const CHECKED = 'releaseFindings';

/** What the check found stands with the file; nothing that somebody sends says that it passed. */
export const keepFindings: CollectionBeforeChangeHook<CaseFile> = async ({
  context,
  data,
  operation,
  req,
}) => {
  if (operation !== 'create') return data;
  if (req.user) await mustHandle(req, data);
  const findings = context[CHECKED] as CaseFile['findings'] | undefined;
  const isReleased = data.purpose === 'released' && findings !== undefined;
  return { ...data, isReleasable: isReleased, findings: isReleased ? findings : null };
};

/**
 * Nobody puts anything into a case that they may not read, nor into one that was erased; and what
 * belongs to no case would be erased with none.
 */
async function mustHandle(
  req: PayloadRequest,
  { application, purpose }: Partial<CaseFile>,
): Promise<void> {
  if (!application) throw caseError(req, { key: 'caseMissing', values: {} });
  const { erasedOn, status } = await req.payload.findByID({
    collection: 'applications',
    id: typeof application === 'object' ? application.id : application,
    depth: 0,
    select: { erasedOn: true, status: true },
    overrideAccess: false,
    user: req.user,
    // Its own context: this read is no part of the upload.
    req: { ...req, context: {} } as PayloadRequest,
  });
  if (erasedOn) throw caseError(req, { key: 'erased', values: {} });
  if (purpose === 'released' && !takesRelease(status)) {
    throw caseError(req, { key: 'releasedLate', values: {} });
  }
}

function refused(req: PayloadRequest, findings: readonly ReleaseFinding[]): APIError {
  const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
  const { hard } = messages[locale].releaseCheck;
  const told = findings.slice(0, 8).map((finding) => findingSentence(finding, locale));
  const head = hard.replace('{count, number}', String(findings.length));
  const message = [head, ...told].join('\n');
  // With the field as well: the remark over the form goes away before several findings are read.
  const errors = [{ path: 'findings', message }];
  return new APIError(message, 400, { refusal: 'notReleasable', errors }, true);
}
