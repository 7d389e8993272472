import * as z from 'zod';
import type { Locale } from '@/i18n/routing';
import { developerWords } from './words';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What went wrong, as RFC 9457 writes it. */
export const problem = z
  .object({
    type: z.string().describe('Always about:blank: the status says which kind it is.'),
    title: z.string().describe('What went wrong. 出了什么问题'),
    status: z.number().int().describe('The HTTP status. 状态码'),
    detail: z.string().describe('What to do. 怎样改正'),
    parameters: z
      .array(
        z.object({
          name: z.string().describe('Parameter. 参数'),
          message: z.string().describe('What is wrong with it. 哪里不对'),
        }),
      )
      .optional()
      .describe('The parameters that are wrong. 不对的参数'),
    retryAfter: z.number().int().optional().describe('Seconds to wait. 需要等待的秒数'),
  })
  .describe('What went wrong. 出错说明');

type Problem = z.infer<typeof problem>;
type Kind = 'badRequest' | 'notFound' | 'methodNotAllowed' | 'tooMany' | 'busy' | 'failed';

const STATUS: Record<Kind, number> = {
  badRequest: 400,
  notFound: 404,
  methodNotAllowed: 405,
  tooMany: 429,
  busy: 503,
  failed: 500,
};

/** An answer that says what went wrong, in the language of whoever asked. */
export function problemResponse(
  kind: Kind,
  locale: Locale,
  told: Pick<Problem, 'detail' | 'parameters' | 'retryAfter'>,
  headers: Record<string, string> = {},
): Response {
  const status = STATUS[kind];
  const title = developerWords(locale)(`problems.${kind}`);
  const body: Problem = { type: 'about:blank', title, status, ...told };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...headers,
      'Content-Type': PROBLEM_TYPE,
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
    },
  });
}
