import type { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import type { DocumentItem } from '@/components/DocumentList/DocumentList';
import { StandingTag } from '@/components/StandingTag/StandingTag';
import type { PolicyStanding } from '@/domain/policies/standing';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import type { PolicyRow } from '@/queries/policies';

type Words = Awaited<ReturnType<typeof getTranslations<'policies'>>>;

/** What a list shows of a policy: what one gets, whether it can be had, who runs it. */
export function policyItem(row: PolicyRow, locale: Locale, t: Words): DocumentItem {
  const { policy, office, known } = row;
  const translated = locale === 'en' ? policy.english?.benefit : null;
  return {
    href: `/policies/${policy.slug}`,
    ...titleIn(locale, policy),
    excerpt: shortened(translated || policy.benefit || '', Boolean(translated)),
    excerptLang: locale === 'en' && !translated ? 'zh-CN' : undefined,
    place: <StandingTag state={known.state} text={shortStanding(known, locale, t)} />,
    agency: office?.name,
    date: dayOrNothing(policy.publishedOn),
  };
}

/** The standing in a few words with its day. */
export function shortStanding(known: PolicyStanding, locale: Locale, t: Words): string {
  const date = known.lastDay ?? known.opensOn;
  const day = date ? formatDate(date, locale) : '';
  if (known.state === 'open')
    return t(`shortStanding.${day ? 'openUntil' : 'open'}`, { date: day });
  if (known.state === 'not-yet') {
    return t(`shortStanding.${day ? 'not-yet' : 'notYetUnknown'}`, { date: day });
  }
  return t(`shortStanding.${known.state}`, { date: day });
}

/** Lists show the beginning; the guide has the rest. */
const MOST_CHARACTERS = 110;

const shortened = (text: string, isEnglish: boolean): string => {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const characters = [...plain];
  if (characters.length <= MOST_CHARACTERS) return plain;
  const beginning = characters.slice(0, MOST_CHARACTERS).join('');
  // English ends after a whole word, and its dots are three.
  return isEnglish ? `${beginning.replace(/[\s,;:.]*\s\S*$/u, '')}…` : `${beginning}……`;
};
