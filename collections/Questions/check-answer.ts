import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import { checkOnRelease, type Problem } from '@/fields/review/check-on-release';
import { idIn } from '@/collections/Documents/stored-days';
import { messages } from '@/messages';
import type { Question } from '@/payload-types';

/** An answer goes out with its text, and with the documents it rests on, at places that these have. */
export const checkAnswer = checkOnRelease<Question>(async ({ body, sources }, { req }) => {
  const words = messages[localeOf(req)].questions.refusals;
  return [
    ...(blocksFromLexical(body).length === 0 ? [{ path: 'body', message: words.body }] : []),
    ...(sources?.length ? [] : [{ path: 'sources', message: words.sources }]),
    ...(await placesThatAreNot(sources ?? [], words.anchor, req)),
  ];
});

async function placesThatAreNot(
  sources: NonNullable<Question['sources']>,
  words: string,
  req: PayloadRequest,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [i, { document, anchor }] of sources.entries()) {
    const id = idIn(document);
    if (!anchor || id === undefined) continue;
    const found = await req.payload.findByID({
      collection: 'documents',
      id,
      depth: 0,
      joins: false,
      disableErrors: true,
      select: { body: true, title: true },
      // The refusal names the document: to whoever may read it.
      overrideAccess: !req.user,
      req,
    });
    if (placesIn(found?.body).has(anchor)) continue;
    const message = words.replace('{document}', found?.title ?? '').replace('{anchor}', anchor);
    problems.push({ path: `sources.${i}.anchor`, message });
  }
  return problems;
}

function placesIn(body: unknown): Set<string> {
  const { blocks } = structureOf(blocksFromLexical(body));
  return new Set(
    blocks.flatMap(({ id, itemIds }) => [id, ...(itemIds ?? [])]).filter(Boolean) as string[],
  );
}
