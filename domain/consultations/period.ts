import { dayOf, daysBetween } from '../workdays/days';
import type { ConsultationKind } from './codes';

/** Days for which a major decision stays open at least. */
export const LEAST_DAYS = 30;

/**
 * Whether a major decision is open for less than the law asks and does not say why. 重大行政决策程序暂行条例第十五条:
 * “公开征求意见的期限一般不少于30日；因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明。”
 *
 * @param because the reason, in words; blanks are none
 */
export const isTooShort = (
  kind: ConsultationKind,
  opensAt: string,
  closesAt: string,
  because: string | null | undefined,
): boolean => kind === 'major-decision' && isShort(opensAt, closesAt) && !because?.trim();

/** Whether the time is less than the law asks of a major decision. @param opensAt ISO instant */
export const isShort = (opensAt: string, closesAt: string): boolean =>
  daysBetween(dayOf(opensAt), dayOf(closesAt)) < LEAST_DAYS;

/** From when the public could comment: a time that is said to have begun before the text was public did not. */
export const openFrom = (opensAt: string, publishedAt: string): string =>
  publishedAt > opensAt ? publishedAt : opensAt;
