import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import { missingIn } from '@/domain/interpretations/forms';
import { hasSound } from '@/domain/interpretations/mp4';
import { placeIn } from '@/domain/interpretations/places';
import { readVtt } from '@/domain/interpretations/webvtt';
import { messages } from '@/messages';
import type { Interpretation } from '@/payload-types';

type Problem = { path: string; message: string };
type Words = (typeof messages)['en']['interpretations']['refusals'];

/**
 * What an interpretation must have when it is handed in or goes out: what its form is nothing without,
 * captions that a player can read, provisions that stand in the text. A draft may still lack it.
 */
export const checkForm: CollectionBeforeChangeHook<Interpretation> = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const isHandedIn = (data.review as { action?: string } | undefined)?.action === 'submit';
  if (data._status !== 'published' && !isHandedIn) return data;
  const whole = { ...originalDoc, ...data } as Interpretation;
  const words = messages[req.i18n?.language === 'en' ? 'en' : 'zh-CN'].interpretations.refusals;
  const errors = [
    ...(await missing(whole, words, req)),
    ...(await captionProblems(whole, words, req)),
    ...(await provisionProblems(whole, words, req)),
  ];
  if (errors.length > 0) {
    throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  }
  return data;
};

async function missing(
  whole: Interpretation,
  words: Words,
  req: PayloadRequest,
): Promise<Problem[]> {
  const film = await bytesOf(whole.video, req);
  return missingIn({
    form: whole.form,
    hasBody: blocksFromLexical(whole.body).length > 0,
    images: whole.images?.length ?? 0,
    textAlternative: whole.textAlternative,
    questions: whole.questions?.length ?? 0,
    speaker: whole.speaker,
    hasVideo: Boolean(whole.video),
    hasSound: film ? hasSound(film) : true,
    hasCaptions: Boolean(whole.captions),
  }).map(({ field, code }) => ({ path: field, message: words[code] }));
}

async function captionProblems(
  { captions }: Interpretation,
  words: Words,
  req: PayloadRequest,
): Promise<Problem[]> {
  if (!captions) return [];
  const bytes = await bytesOf(captions, req);
  const read = readVtt(new TextDecoder().decode(bytes ?? new Uint8Array()));
  if (!('problem' in read)) return [];
  const message = words.captions[read.problem.code].replace('{line}', String(read.problem.line));
  return [{ path: 'captions', message }];
}

/** Each provision stands in a document that is explained here, and in its text. */
async function provisionProblems(
  { provisions, documents }: Interpretation,
  words: Words,
  req: PayloadRequest,
): Promise<Problem[]> {
  const explained = new Set((documents ?? []).map(idOf));
  const problems: Problem[] = [];
  for (const [i, { document, provision }] of (provisions ?? []).entries()) {
    const id = idOf(document);
    const at = `provisions.${i}`;
    if (!explained.has(id)) {
      problems.push({ path: `${at}.document`, message: words.provisionElsewhere });
      continue;
    }
    const found = await req.payload.findByID({
      collection: 'documents',
      id: id as never,
      depth: 0,
      joins: false,
      draft: true,
      disableErrors: true,
      select: { body: true, title: true },
      req,
    });
    if (placeIn(structureOf(blocksFromLexical(found?.body)), provision ?? '')) continue;
    const message = words.noSuchProvision
      .replace('{document}', found?.title ?? '')
      .replace('{provision}', provision ?? '');
    problems.push({ path: `${at}.provision`, message });
  }
  return problems;
}

/** The bytes of an upload, or nothing where its file is gone. */
async function bytesOf(
  relation: Interpretation['video'],
  req: PayloadRequest,
): Promise<Uint8Array | undefined> {
  if (!relation) return undefined;
  const file = await req.payload.findByID({
    collection: 'files',
    id: idOf(relation) as never,
    depth: 0,
    disableErrors: true,
    req,
  });
  const folder = req.payload.collections.files.config.upload.staticDir;
  if (!file?.filename || !folder) return undefined;
  try {
    return await readFile(path.join(folder, path.basename(file.filename)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const idOf = (relation: unknown): number | string | undefined =>
  typeof relation === 'object' && relation !== null
    ? idOf((relation as { id?: unknown }).id)
    : (relation as number | string | undefined);
