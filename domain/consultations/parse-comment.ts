import { cleanLine, cleanText, commentProblem } from './clean-comment';

/** What the form asks, in the order of its fields. */
export const COMMENT_FIELDS = ['body', 'place', 'shownName', 'name', 'contact'] as const;
export type CommentField = (typeof COMMENT_FIELDS)[number];
export type CommentAnswers = Partial<Record<CommentField, string>>;

/** Characters, of what is one line. */
export const COMMENT_LENGTHS = { place: 100, shownName: 30, name: 60, contact: 120 } as const;

export type CommentInput = { body: string } & Partial<
  Record<Exclude<CommentField, 'body'>, string>
>;

/** The words are in messages `comments.errors`. */
export type CommentError = {
  field: CommentField;
  key: 'empty' | 'tooLong' | 'lineTooLong';
  values?: { length: number; most: number };
};

/** A comment as it may be kept, or what is wrong with it. */
export function parseComment(
  answers: CommentAnswers,
): { ok: true; value: CommentInput } | { ok: false; errors: CommentError[] } {
  const errors: CommentError[] = [];
  const body = answers.body ?? '';
  const problem = commentProblem(body);
  if (problem?.code === 'tooLong') {
    const { length, most } = problem;
    errors.push({ field: 'body', key: 'tooLong', values: { length, most } });
  } else if (problem) errors.push({ field: 'body', key: 'empty' });
  const value: CommentInput = { body: problem ? '' : cleanText(body).text };
  for (const field of COMMENT_FIELDS) {
    if (field === 'body') continue;
    const given = answers[field] ?? '';
    const line = cleanLine(given.slice(0, 10_000));
    const most = COMMENT_LENGTHS[field];
    const length = [...line].length;
    if (length > most) errors.push({ field, key: 'lineTooLong', values: { length, most } });
    else if (line) value[field] = line;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value };
}
