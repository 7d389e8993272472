import type { BoardFilter } from '@/domain/annual-reports/board';

export const BOARD_PATH = '/admin/annual-report-board';

/** The address of the board for a year, of all agencies or of some. */
export const boardAddress = (year: number, filter: BoardFilter | null): string =>
  `${BOARD_PATH}?${new URLSearchParams({ year: String(year), ...(filter && { only: filter }) })}`;
