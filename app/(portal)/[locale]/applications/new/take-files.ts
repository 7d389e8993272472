import type { Payload } from 'payload';
import { minutesToWait } from '@/access/attempts';
import { addFile } from '@/collections/ApplicationDrafts/draft-files';
import { FILE_LIMITS } from '@/collections/ApplicationDrafts/refused-file';
import type { Locale } from '@/i18n/routing';
import { chosenFiles } from '../chosen-files';
import { fileProblem, formWords } from './form-words';
import type { Received } from './received-form';

/**
 * Takes the files that came with a page into its draft, one after another.
 * @param isAsked whether somebody pressed the button for it: then no file at all is worth a word
 * @param most how many files the form takes
 * @returns why files were not taken, in words
 */
export async function takeFiles(
  payload: Payload,
  hash: string,
  { form, isTooLarge }: Received,
  locale: Locale,
  isAsked: boolean,
  limits: { files: number; megabytes: number } = FILE_LIMITS,
): Promise<string[]> {
  const t = formWords(locale);
  if (isTooLarge) return [t('files.problems.all', limits)];
  const problems: string[] = [];
  const files = chosenFiles(form);
  if (isAsked && files.length === 0) return [t('files.problems.nothing')];
  for (const file of files) {
    const minutes = await minutesToWait('attachment');
    if (minutes !== null) return [...problems, t('files.problems.wait', { minutes })];
    const bytes = new Uint8Array(await file.arrayBuffer());
    const problem = await addFile(payload, hash, { name: file.name, bytes }, locale, limits.files);
    if (problem) problems.push(fileProblem(problem, locale, limits));
  }
  return problems;
}
