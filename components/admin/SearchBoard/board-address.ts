import {
  PERIODS,
  QUESTION_LISTS,
  type Period,
  type QuestionList,
} from '@/domain/searches/question-lists';

export const SEARCHES_PATH = '/admin/searches';

export type BoardAddress = { list: QuestionList; days: Period; page: number };

/** Reads the address of the screen; what makes no sense in it is left out. */
export function readBoardAddress(
  values: Record<string, string | string[] | undefined> | undefined,
): BoardAddress {
  const list = QUESTION_LISTS.find((name) => name === values?.list) ?? 'top';
  const days = PERIODS.find((period) => String(period) === values?.days) ?? 30;
  const page = Number(values?.page);
  return { list, days, page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1 };
}

export function boardAddress({ list, days, page }: BoardAddress): string {
  const query = new URLSearchParams({ list, days: String(days) });
  if (page > 1) query.set('page', String(page));
  return `${SEARCHES_PATH}?${query}`;
}
