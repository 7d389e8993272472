import type { ActionCode } from './actions';
import type { ReplyKind } from './reply-kinds';

/** Why a kind of reply has nothing to stand on; messages `cases.refusals.<key>`. */
export type GroundProblem = 'endsByItself' | 'notSupplemented' | 'reasonsNotAsked';

/**
 * What has to have been done before a reply of some kinds can be given.
 *
 * 条例第三十条: “政府信息公开申请内容不明确的，行政机关应当给予指导和释明，并……一次性告知申请人作出补正” — what nobody was asked to
 * supplement is not “still” unclear. 条例第三十五条: “行政机关可以要求申请人说明理由。行政机关认为申请理由不合理的，告知申请人不予处理” — of
 * reasons that nobody asked for nothing is known. And an application that is given up ends by its own step.
 */
export function groundProblem(
  kind: unknown,
  had: readonly (ActionCode | 'register')[],
): GroundProblem | null {
  switch (kind as ReplyKind) {
    case 'not-supplemented':
    case 'unpaid':
      return 'endsByItself';
    case 'still-unclear':
      return had.includes('receive-supplement') ? null : 'notSupplemented';
    case 'excessive':
      return had.includes('ask-reasons') ? null : 'reasonsNotAsked';
    default:
      return null;
  }
}
