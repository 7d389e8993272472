import { dayOf, daysBetween } from '../workdays/days';
import type { ConsultationKind } from './codes';

/** Days for which a major decision stays open at least. */
export const LEAST_DAYS = 30;

/**
 * Whether a major decision is open for less than the law asks and does not say why. 重大行政决策程序暂行条例第十五条:
 * “公开征求意见的期限一般不少于30日；因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明。”
 *
 * @param told the background, in which the reason stands: whoever gives one writes 缩短
 */
export const isTooShort = (
  kind: ConsultationKind,
  opensAt: string,
  closesAt: string,
  told: string,
): boolean =>
  kind === 'major-decision' &&
  daysBetween(dayOf(opensAt), dayOf(closesAt)) < LEAST_DAYS &&
  !told.includes('缩短');
