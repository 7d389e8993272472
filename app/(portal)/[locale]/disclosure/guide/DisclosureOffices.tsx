import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Section } from '@/components/Section/Section';
import { dayOf } from '@/domain/workdays/days';
import type { DisclosureOffice } from '@/queries/agencies';
import styles from '../disclosure.module.css';

const WAYS = [
  { key: 'categories', href: '/disclosure/statutory#categories' },
  { key: 'columns', href: '/disclosure/statutory' },
  { key: 'themes', href: '/disclosure/statutory#themes' },
  { key: 'agencies', href: '/agencies' },
  { key: 'documents', href: '/documents' },
] as const;

/**
 * 条例第十二条第二款: 政府信息公开指南包括政府信息的分类、编排体系、获取方式和政府信息公开工作机构的名称、办公地址、
 * 办公时间、联系电话、传真号码、互联网联系方式等内容。The text of the guide says how; what changes by itself stands
 * here out of the agencies' own records.
 */
export function DisclosureOffices({
  offices,
  locale,
}: {
  offices: DisclosureOffice[];
  locale: string;
}) {
  const t = useTranslations('platform.guide');
  const newest = offices
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  return (
    <>
      <Section title={t('filed')} id="filed">
        <p className={styles.about}>{t('filedText')}</p>
        <ul className={styles.places}>
          {WAYS.map(({ key, href }) => (
            <li key={key}>
              <Link href={href}>{t(`ways.${key}`)}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('offices')} id="offices">
        <p className={styles.about}>
          {t('officesText')}
          {newest && ` ${t('officesOn', { day: formatDate(dayOf(newest), locale) })}`}
        </p>
        {offices.map((office) => (
          <section key={office.id} className={styles.office} aria-labelledby={office.slug ?? ''}>
            <h3 id={office.slug ?? ''} className={styles.officeName}>
              <Link href={`/agencies/${office.slug}`}>{office.name}</Link>
            </h3>
            <MetadataTable
              rows={[
                { term: t('office'), value: office.disclosureOffice },
                { term: t('address'), value: office.address, wide: true },
                { term: t('hours'), value: office.hours, wide: true },
                { term: t('phone'), value: office.phone },
                { term: t('fax'), value: office.fax },
                { term: t('online'), value: <Online office={office} />, wide: true },
              ]}
            />
          </section>
        ))}
      </Section>
    </>
  );
}

function Online({ office: { email, slug } }: { office: DisclosureOffice }) {
  const t = useTranslations('platform.guide');
  return (
    <>
      {email && (
        <>
          <a href={`mailto:${email}`}>{email}</a>{' '}
        </>
      )}
      <Link href={`/applications/new?agency=${slug}`} className={styles.onScreen}>
        {t('apply')}
      </Link>
    </>
  );
}
