import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { messages } from '@/messages';
import { findingWords } from '@/transfer/import/finding-words';
import { inspectFile } from '@/transfer/import/inspect-file';

/** The most that one upload may have; the server's own limit in payload.config.ts is the same. */
export const MOST_BYTES = 50 * 1024 * 1024;

/**
 * Looks inside an uploaded file before anything opens it. A name or a declared type proves nothing:
 * macros, passwords, bombs and scripts are told by the content, and refused with what to do instead.
 */
export const inspectUpload: CollectionBeforeOperationHook = async ({
  args,
  collection: { slug },
  operation,
  req,
}) => {
  const { file } = req;
  if (!file || (operation !== 'create' && operation !== 'update')) return args;
  const { findings } = await inspectFile(file.data, file.name, { maxBytes: MOST_BYTES });
  const refusal = findings.find(({ severity }) => severity === 'skip');
  if (!refusal) return args;
  const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
  const { refused, wrongTypes } = messages[locale].editor.files;
  // Each takes its own kinds; what an import would take helps nobody here.
  const ownReason =
    refusal.code === 'unknown-type' ? (wrongTypes as Record<string, string>)[slug] : undefined;
  const reason =
    ownReason ?? findingWords(refusal)[locale === 'en' ? 'en' : 'zh'].replace(/[。.]$/u, '');
  const words = refused.replace('{reason}', () => reason);
  throw new APIError(words, 400, { code: refusal.code }, true);
};
