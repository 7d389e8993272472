import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import { LOCAL_ITEMS, type LocalItem } from '@/domain/catalogue/local-items';
import type { FieldCounts } from '@/queries/catalogued';
import styles from '../disclosure.module.css';

const LEVELS = [
  { level: 'county', key: 'localCounty' },
  { level: 'township', key: 'localTownship' },
] as const;

type Props = { fields: readonly FieldCounts[]; locale: string };

/** What counties and townships disclose beside the fifteen categories (条例第二十一条), by the fields that carry it out. */
export function LocalItems({ fields, locale }: Props) {
  const t = useTranslations('platform.statutory');
  return (
    <Section title={t('local')} id="local">
      <p className={styles.about}>{t('localText')}</p>
      {LEVELS.map(({ level, key }) => (
        <div key={level} className={styles.local}>
          <h3 className={styles.localTitle}>{t(key)}</h3>
          <ul className={styles.rules}>
            {LOCAL_ITEMS.filter((item) => item.level === level).map((item) => (
              <Matter key={item.code} item={item} fields={fields} locale={locale} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Matter({ item, fields, locale }: Props & { item: LocalItem }) {
  const t = useTranslations('platform.statutory');
  const { level, domains, words } = item;
  const counts = fields
    .filter(({ domain }) => domains.includes(domain))
    .map(({ levels }) => levels[level]);
  const items = counts.reduce((sum, count) => sum + count.items, 0);
  const covered = counts.reduce((sum, count) => sum + count.covered + count.late, 0);
  return (
    <li className={styles.matter}>
      <span className={styles.matterName}>{locale === 'en' ? item.en : item.zh}</span>
      <span className={styles.matterPlaces}>
        {domains.map((domain) => (
          <Link key={domain} href={`/disclosure/catalogue/${domain}?level=${level}`}>
            {labelOf(DOMAINS, domain, locale)}
          </Link>
        ))}
        {domains.length === 0 && (
          <Link href={`/search?q=${encodeURIComponent(words)}`}>{t('localSearch', { words })}</Link>
        )}
      </span>
      <span className={styles.count}>{items > 0 && t('localCount', { items, covered })}</span>
    </li>
  );
}
