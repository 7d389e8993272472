import { hasLocale } from 'next-intl';
import { minutesToWait } from '@/access/attempts';
import { removeFile } from '@/collections/ApplicationDrafts/draft-files';
import { FILE_LIMITS } from '@/collections/ApplicationDrafts/refused-file';
import { removeDraft } from '@/collections/ApplicationDrafts/drafts';
import { takesCommentsAt } from '@/collections/Consultations/standing';
import {
  COMMENT_FIELDS,
  parseComment,
  type CommentAnswers,
} from '@/domain/consultations/parse-comment';
import { routing } from '@/i18n/routing';
import { findConsultation } from '@/queries/consultations';
import { portal } from '@/queries/portal';
import { seeOther } from '../../../../applications/new/addresses';
import { isOwn, receiveForm } from '../../../../applications/new/received-form';
import { takeFiles } from '../../../../applications/new/take-files';
import { inWords } from '../../../../download-answers';
import { commentWords } from '../comment-words';
import {
  beginComment,
  commentKey,
  commentPath,
  forgetComment,
  keepComment,
  MOST_FILES,
  openComment,
} from '../draft';

const MOST = { ...FILE_LIMITS, files: MOST_FILES };

type Context = { params: Promise<{ locale: string; slug: string }> };

/**
 * Keeps what the form holds, and says where to go on. Each button is one `do`: `next`, `upload`, `remove:…`,
 * `discard`. What was written is kept whatever comes of it.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = commentWords(locale);
  if (!isOwn(request)) return inWords(t('notices.foreign'), 403);
  const received = await receiveForm(request);
  if (!received) return inWords(t('notices.unreadable'), 400);
  const payload = await portal();
  const action = String(received.form.get('do') ?? 'next');
  if (action === 'discard') {
    const key = await commentKey();
    if (key) await removeDraft(payload, key);
    await forgetComment();
    return seeOther(locale, `${commentPath(slug)}?cleared=1`);
  }
  const consultation = await findConsultation(slug, locale);
  if (!consultation) return new Response(null, { status: 404 });
  if (!takesCommentsAt(consultation, new Date().toISOString())) {
    return seeOther(locale, commentPath(slug));
  }
  let open = await openComment(slug);
  if (!open) {
    const minutes = await minutesToWait('draft');
    if (minutes !== null) {
      return seeOther(locale, `${commentPath(slug)}?problem=drafts&minutes=${minutes}`);
    }
    open = beginComment(slug);
  }
  const { form, isTooLarge } = received;
  const answers = merged(open.draft.answers, form);
  open = { ...open, draft: { ...open.draft, answers, fileProblems: [] } };
  await keepComment(open);
  if (action.startsWith('remove:')) {
    await removeFile(payload, open.hash, action.slice('remove:'.length));
    return seeOther(locale, `${commentPath(slug)}#attachments`);
  }
  const isAsked = action === 'upload';
  const fileProblems = await takeFiles(payload, open.hash, received, locale, isAsked, MOST);
  if (fileProblems.length > 0) {
    await keepComment({ ...open, draft: { ...open.draft, fileProblems } });
  }
  if (fileProblems.length > 0 || isAsked || isTooLarge) {
    return seeOther(locale, `${commentPath(slug)}?files=1#attachments`);
  }
  const isWhole = parseComment(answers).ok;
  return seeOther(locale, isWhole ? commentPath(slug, 'check') : `${commentPath(slug)}?errors=1`);
}

function merged(answers: CommentAnswers, form: FormData): CommentAnswers {
  const given = COMMENT_FIELDS.flatMap((field) => {
    const answer = form.get(field);
    return typeof answer === 'string' ? [[field, answer]] : [];
  });
  return { ...answers, ...(Object.fromEntries(given) as CommentAnswers) };
}
