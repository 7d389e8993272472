import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { isFamily } from '@/domain/documents/compare/family';
import { decidingOn, decisionsAbout, type Decision } from '@/domain/documents/history';
import { isSpent, standingOf, validityOn } from '@/domain/documents/validity';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Document } from '@/payload-types';
import { factsOf, relationsOf, type Related } from '@/queries/relations';
import { versionsOf } from '@/queries/versions';
import { RelatedLink } from '../RelatedLink';
import { decisionSentence } from '../Standing';

type Props = { document: Document; day: Day; locale: Locale };

/** In words: how the document stood on a day, why, and which text applied. */
export async function AsOfAnswer({ document, day, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'relations.asOf' });
  const facts = factsOf(document);
  const { incoming } = await relationsOf(document);
  const date = formatDate(day, locale);
  if (facts.madeOn && day < facts.madeOn)
    return <Notice kind="warn">{t('before', { date })}</Notice>;
  const validity = validityOn(day, standingOf(facts, incoming));
  const deciding = decidingOn(day, decisionsAbout(facts, incoming));
  const isUnpublished = Boolean(facts.publishedOn && day < facts.publishedOn);
  const kind = isSpent(validity) ? 'repealed' : validity === 'in-force' ? 'info' : 'warn';
  return (
    <>
      <Notice kind={kind}>
        <p>{t(`validity.${validity}`, { date })}</p>
        {isUnpublished && <p>{t('unpublished', { date })}</p>}
        {day > dayOf(new Date()) && <p>{t('future')}</p>}
      </Notice>
      <section aria-labelledby="as-of-why">
        <h2 id="as-of-why">{t('why')}</h2>
        <p>
          {validity === 'repealed' || validity === 'amended'
            ? deciding && (await sentence(deciding, locale))
            : validity === 'lapsed'
              ? t('whyLapsed', { date: formatDate(facts.lapsesOn ?? '', locale) })
              : facts.effectiveOn
                ? t('whyEffective', { date: formatDate(facts.effectiveOn, locale) })
                : t('whyNothing')}
        </p>
      </section>
      <TextOfDay
        document={document}
        day={day}
        locale={locale}
        deciding={validity === 'amended' ? deciding : undefined}
      />
    </>
  );
}

type Decided = Decision<{ document: Related }>;

async function sentence(deciding: Decided, locale: Locale) {
  const words = await getTranslations({ locale, namespace: 'documents.standing' });
  const on = deciding.on ? formatDate(deciding.on, locale) : words('unknownDay');
  return decisionSentence(deciding, locale, on);
}

async function TextOfDay({ document, day, locale, deciding }: Props & { deciding?: Decided }) {
  const t = await getTranslations({ locale, namespace: 'relations.asOf' });
  const version = (await versionsOf(document)).find((one) => one.day <= day);
  const { by } = deciding ?? {};
  if (!by && !version) return null;
  const isNewText = by && isFamily(document.title, by.document.title);
  return (
    <section aria-labelledby="as-of-text">
      <h2 id="as-of-text">{t('text')}</h2>
      {by && (
        <p>
          {t.rich(isNewText ? 'textReplaced' : 'textAmended', {
            document: () => <RelatedLink document={by.document} locale={locale} />,
          })}
        </p>
      )}
      {version && (
        <p>
          <Link
            href={
              version.isCurrent
                ? `/documents/${document.slug}`
                : `/documents/${document.slug}/versions/${version.number}`
            }
          >
            {t('openText', { date: formatDate(version.day, locale) })}
          </Link>
        </p>
      )}
    </section>
  );
}
