import type { Payload } from 'payload';
import { basisOf, type Basis } from '@/domain/questions/basis';
import type { Question } from '@/payload-types';
import { readPublic } from './read-public';

/** Questions with how the documents that they rest on stand now: these may have changed since the answer was written. */
export async function withBasis<One extends Pick<Question, 'sources'>>(
  payload: Payload,
  questions: readonly One[],
): Promise<(One & { basis: Basis })[]> {
  const keys = new Set(questions.flatMap(documentsOf));
  const documents = await readPublic(payload, 'documents', [...keys], { validity: true });
  const validity = new Map(documents.map((one) => [String(one.id), one.validity ?? null]));
  return questions.map((one) => ({
    ...one,
    basis: basisOf(documentsOf(one).map((id) => validity.get(id))),
  }));
}

const documentsOf = ({ sources }: Pick<Question, 'sources'>): string[] =>
  (sources ?? []).map(({ document }) =>
    String(typeof document === 'object' ? document.id : document),
  );
