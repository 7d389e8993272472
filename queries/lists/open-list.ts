import type { Locale } from '@/i18n/routing';
import type { List } from '@/transfer/export/lists/list';
import type { AddressValues } from '../search-address';
import { changesList } from './changes';
import { consultationsList } from './consultations';
import { columnList, documentsList, searchList } from './documents';
import { figuresList } from './figures';
import { grassrootsList } from './grassroots';
import { guidesList } from './guides';
import {
  agenciesList,
  annualReportsList,
  interpretationsList,
  statutoryList,
  topicList,
  topicsList,
} from './others';
import { lettersList, letterStatisticsList } from './letters';
import { policiesList } from './policies';
import { statisticsList } from './statistics';

/**
 * The list of an address: `documents`, `topics/<name>` and so on, under the filters of its page.
 * @returns null when there is no such list
 */
export async function openList(
  path: readonly string[],
  values: AddressValues,
  locale: Locale,
): Promise<List | null> {
  const [kind, slug, ...rest] = path;
  if (rest.length > 0) return null;
  if (slug !== undefined) {
    if (kind === 'topics') return topicList(slug, locale);
    if (kind === 'statistics') return figuresList(slug, values, locale);
    return kind === 'columns' ? columnList(slug, locale) : null;
  }
  switch (kind) {
    case 'documents':
      return documentsList(values, locale);
    case 'changes':
      return changesList(values, locale);
    case 'search':
      return searchList(values, locale);
    case 'services':
    case 'questions':
    case 'proposals':
      return guidesList(kind, values, locale);
    case 'interpretations':
      return interpretationsList(values, locale);
    case 'topics':
      return topicsList(locale);
    case 'agencies':
      return agenciesList(locale);
    case 'statutory':
      return statutoryList(locale);
    case 'grassroots':
      return grassrootsList(locale);
    case 'policies':
      return policiesList(values, locale);
    case 'annual-reports':
      return annualReportsList(locale);
    case 'consultations':
      return consultationsList(values, locale);
    case 'letters':
      return lettersList(values, locale);
    case 'letter-statistics':
      return letterStatisticsList(values, locale);
    case 'application-statistics':
      return statisticsList(locale);
    default:
      return null;
  }
}
