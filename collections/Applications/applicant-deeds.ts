import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createLocalReq, getLocalI18n, type Payload, type PayloadRequest } from 'payload';
import { unsealed } from '@/fields/sealed/seal';
import { statusOf } from '@/access/thrown';
import { actionOfDeed, scores, type Deed } from '@/domain/applications/deeds';
import { isUnseen } from '@/domain/applications/letters/clean';
import { dayOf } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import type { Application, CaseFile } from '@/payload-types';
import { actAsApplicant, storedCase } from './act';
import { deedsOf } from './applicant-case';
import { claim, giveUp, released } from './claim';
import { AS_ACTION } from './record-application';
import { historyOf } from './stored-case';

/** The most characters of an answer, and of what goes with a rating. */
export const MOST_TEXT = 5000;
export const MOST_COMMENT = 2000;

/** What may come with a supplement. */
export const SUPPLEMENT_FILES = { most: 5, megabytes: 10 } as const;

export type DeedInput = {
  /** The revision of the case that the page showed. */
  revision: number;
  /** The supplement, the reasons, or what goes with a rating. */
  text: string;
  /** 1 to 5. */
  score: number | null;
  files: { name: string; type: string; bytes: Uint8Array }[];
};

/** Why a deed was not done; sentences are in messages `caseStatus.refusals.<key>`. */
export type DeedProblem =
  | { key: 'textRequired' | 'scoreRequired' | 'stale' | 'notNow' | 'failed'; values?: undefined }
  | { key: 'textTooLong'; values: { most: number; length: number } }
  | { key: 'tooManyFiles'; values: { most: number } }
  | { key: 'fileTooLarge'; values: { name: string; megabytes: number } }
  | { key: 'fileRefused'; values: { name: string; reason: string } };

/**
 * Does what the applicant asks for on the page of the case that openCase opened; all of it or nothing.
 *
 * @returns null when it is done, also when the same was sent twice.
 */
export async function doDeed(
  payload: Payload,
  id: Application['id'],
  deed: Deed,
  input: DeedInput,
  locale: 'zh-CN' | 'en',
): Promise<DeedProblem | null> {
  const wrong = problemOf(deed, input);
  if (wrong) return wrong;
  const language = locale === 'en' ? 'en' : 'zh';
  const i18n = await getLocalI18n({ config: payload.config, language });
  const req = await createLocalReq({ req: { i18n } }, payload);
  const seen = await storedCase(req, id);
  if ((seen.revision ?? 0) !== input.revision) {
    return isDoneAlready(seen, deed, input) ? null : missed(seen, deed);
  }
  if (!deedsOf(seen).includes(deed)) return { key: 'notNow' };
  try {
    return await carryOut(req, seen, deed, input);
  } catch (error) {
    if (statusOf(error) === null) throw error;
    if (statusOf(error) === 409) {
      const now = await storedCase(req, id);
      return isDoneAlready(now, deed, input) ? null : missed(now, deed);
    }
    // What an officer has to set right first, such as a letter that lacks an element.
    payload.logger.warn(`an applicant's ${deed} was refused: ${(error as Error).message}`);
    return { key: 'failed' };
  }
}

/** Something came between: it can be sent again by whoever has seen it, or not at all any more. */
const missed = (now: Application, deed: Deed): DeedProblem => ({
  key: deedsOf(now).includes(deed) ? 'stale' : 'notNow',
});

function problemOf(deed: Deed, { text, score, files }: DeedInput): DeedProblem | null {
  const length = [...text.trim()].length;
  const most = deed === 'rate' ? MOST_COMMENT : MOST_TEXT;
  if (length > most) return { key: 'textTooLong', values: { most, length } };
  if ((deed === 'supplement' || deed === 'reasons') && isUnseen(text))
    return { key: 'textRequired' };
  if (deed === 'rate' && !scores.some((each) => each === score)) return { key: 'scoreRequired' };
  if (files.length > SUPPLEMENT_FILES.most) {
    return { key: 'tooManyFiles', values: { most: SUPPLEMENT_FILES.most } };
  }
  const { megabytes } = SUPPLEMENT_FILES;
  const large = files.find(({ bytes }) => bytes.length > megabytes * 1024 * 1024);
  return large ? { key: 'fileTooLarge', values: { name: large.name, megabytes } } : null;
}

async function carryOut(
  req: PayloadRequest,
  seen: Application,
  deed: Deed,
  input: DeedInput,
): Promise<DeedProblem | null> {
  const { revision } = input;
  const text = input.text.trim();
  const action = actionOfDeed[deed];
  switch (deed) {
    case 'supplement': {
      const kept = await keepFiles(req, seen.id, input.files);
      if (!Array.isArray(kept)) return kept;
      try {
        await actAsApplicant(req, seen.id, 'receive-supplement', { revision, text });
      } catch (error) {
        // The supplement did not arrive, and so its files did not either.
        await dropFiles(req, kept);
        throw error;
      }
      return null;
    }
    case 'rate':
      await change(req, seen, { rating: { score: input.score, comment: text || null } });
      return null;
    case 'erase':
      await change(req, seen, { deletionAskedOn: toNoon(dayOf(new Date())) });
      return null;
    default:
      if (action) await actAsApplicant(req, seen.id, action, { revision, text });
      return null;
  }
}

/** A change that is no action of the case, under the same claim, so that it is made once. */
async function change(
  req: PayloadRequest,
  seen: Application,
  data: Partial<Application>,
): Promise<void> {
  await claim(req, seen);
  try {
    await req.payload.update({
      collection: 'applications',
      id: seen.id,
      depth: 0,
      data: { ...data, ...released(seen) },
      context: { ...AS_ACTION },
      req,
    });
  } catch (error) {
    await giveUp(req, seen.id);
    throw error;
  }
}

/**
 * The same sent twice, by a double click or a broken line: the first was done, and nothing else came
 * between. Other words, out of another tab, were not taken, and whoever wrote them is told so.
 */
function isDoneAlready(
  now: Application,
  deed: Deed,
  { revision, score, text }: DeedInput,
): boolean {
  if ((now.revision ?? 0) !== revision + 1) return false;
  const isSaid = (kept: string | null | undefined, field: string) =>
    (unsealed(kept, field) ?? '') === text.trim();
  if (deed === 'rate') {
    return now.rating?.score === score && isSaid(now.rating?.comment, 'comment');
  }
  if (deed === 'supplement' && !isSaid(now.supplement?.text, 'text')) return false;
  if (deed === 'reasons' && !isSaid(now.reasons?.text, 'text')) return false;
  if (deed === 'erase') return Boolean(now.deletionAskedOn);
  const last = historyOf(now).at(-1);
  return last?.role === 'applicant' && last.action === actionOfDeed[deed];
}

/** The files of a supplement, under names that tell nothing: the name they came with is the title. */
async function keepFiles(
  req: PayloadRequest,
  application: Application['id'],
  files: DeedInput['files'],
): Promise<CaseFile['id'][] | DeedProblem> {
  const kept: CaseFile['id'][] = [];
  for (const { name, type, bytes } of files) {
    try {
      const { id } = await req.payload.create({
        collection: 'case-files',
        data: { title: titleOf(name), purpose: 'supplement', application },
        file: {
          data: Buffer.from(bytes),
          name: `${randomUUID()}${path.extname(name).toLowerCase()}`,
          mimetype: type || 'application/octet-stream',
          size: bytes.length,
        },
        depth: 0,
        // Looked at by the collection before it is kept; `req` has no room for a second file.
        req: { ...req, file: undefined } as PayloadRequest,
      });
      kept.push(id);
    } catch (error) {
      await dropFiles(req, kept);
      if (statusOf(error) !== 400) throw error;
      return { key: 'fileRefused', values: { name: titleOf(name), reason: reasonOf(error) } };
    }
  }
  return kept;
}

async function dropFiles(req: PayloadRequest, ids: readonly CaseFile['id'][]): Promise<void> {
  for (const id of ids) {
    await req.payload.delete({ collection: 'case-files', id, depth: 0, req });
  }
}

/** The last part of the name that the browser sent, short enough for a list. */
function titleOf(name: string): string {
  const plain =
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{C}+/gu, ' ')
      .trim() ?? '';
  return [...plain].slice(0, 120).join('') || '-';
}

/** Payload's own refusals name the field in `data.errors`. */
function reasonOf(error: unknown): string {
  const { data, message } = error as Error & { data?: { errors?: { message?: string }[] } | null };
  return data?.errors?.[0]?.message ?? message;
}
