import { hasLocale } from 'next-intl';
import type { Payload } from 'payload';
import { minutesToWait } from '@/access/attempts';
import { isSolved } from '@/access/challenge';
import { closeDraft } from '@/collections/ApplicationDrafts/drafts';
import type { Receipt } from '@/collections/Applications/receive-application';
import { commentReceiptOf, fileComment, NotOpenError } from '@/collections/Comments/file-comment';
import { sharedWork } from '@/collections/shared-work';
import { parseComment } from '@/domain/consultations/parse-comment';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { routing, type Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { seeOther } from '../../../../applications/new/addresses';
import { isOwn, receiveForm } from '../../../../applications/new/received-form';
import { inWords } from '../../../../download-answers';
import { commentWords } from '../comment-words';
import {
  commentKey,
  commentPath,
  cookiePath,
  forgetComment,
  openComment,
  type OpenComment,
  pathWithoutDraft,
  type CommentReceipt,
} from '../draft';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** Sends the draft as a comment: once, however often it is sent, with the same receipt. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = commentWords(locale);
  if (!isOwn(request)) return inWords(t('notices.foreign'), 403);
  const received = await receiveForm(request);
  if (!received) return inWords(t('notices.unreadable'), 400);
  const payload = await portal();
  const key = await commentKey();
  const earlier = key && (await commentReceiptOf(payload, key));
  if (key && earlier) return done(payload, key, earlier, slug, locale);
  const open = await openComment(slug);
  if (!open) return seeOther(locale, await pathWithoutDraft(slug));
  try {
    const solution = received.form.get('altcha');
    const outcome = await once(open.key, () => send(payload, open, solution, slug, locale));
    return 'path' in outcome
      ? seeOther(locale, outcome.path)
      : await done(payload, open.key, outcome.receipt, slug, locale);
  } catch (error) {
    // Its message may quote what was written to the database: only its kind is logged.
    const kind = error instanceof Error ? error.name : typeof error;
    payload.logger.error({ msg: 'a comment could not be filed', kind });
    return seeOther(locale, `${commentPath(slug, 'check')}?problem=notFiled`);
  }
}

type Outcome = { receipt: Receipt } | { path: string };

/**
 * The second of two clicks gets what came of the first, and is not counted as another attempt. Where it
 * reaches another web process it is, and the database refuses the second row.
 */
const once = sharedWork<Outcome>();

async function send(
  payload: Payload,
  { key, hash, draft }: OpenComment,
  solution: unknown,
  slug: string,
  locale: Locale,
): Promise<Outcome> {
  const problem = (what: string) => ({ path: `${commentPath(slug, 'check')}?problem=${what}` });
  const parsed = parseComment(draft.answers);
  if (!parsed.ok) return { path: `${commentPath(slug)}?errors=1` };
  const isProven = await isSolved(solution, hash);
  const minutes = await minutesToWait(isProven ? 'comment' : 'unprovenComment');
  if (minutes !== null) return problem(`${isProven ? 'wait' : 'unproven'}&minutes=${minutes}`);
  try {
    const receipt = await fileComment(payload, parsed.value, {
      consultation: slug,
      draftKey: key,
      language: locale,
      asTyped: draft.answers.body ?? '',
    });
    return { receipt };
  } catch (error) {
    if (!(error instanceof NotOpenError)) throw error;
    return problem('closed');
  }
}

async function done(
  payload: Payload,
  key: string,
  receipt: Receipt,
  slug: string,
  locale: Locale,
): Promise<Response> {
  await closeDraft(payload, key);
  await forgetComment();
  const shown: CommentReceipt = { ...receipt, consultation: slug };
  await keepSealed('comment-receipt', cookiePath, shown);
  return seeOther(locale, commentPath(slug, 'receipt'));
}
