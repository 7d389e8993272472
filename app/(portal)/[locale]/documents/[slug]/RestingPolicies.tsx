import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import { StandingTag } from '@/components/StandingTag/StandingTag';
import type { Locale } from '@/i18n/routing';
import type { Document } from '@/payload-types';
import { titleIn } from '@/queries/document-items';
import { policiesOn } from '@/queries/policies';
import styles from './relations.module.css';

/** 惠企政策 that rest on the document, each with whether it can be had. */
export async function RestingPolicies({
  document,
  locale,
}: {
  document: Document;
  locale: Locale;
}) {
  const policies = await policiesOn(document.id, locale);
  if (policies.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'policies' });
  return (
    <Section title={t('onDocument')} id="policies">
      <ul className={styles.related}>
        {policies.map(({ policy, standing }) => {
          const { title, lang } = titleIn(locale, policy);
          return (
            <li key={policy.id}>
              <Link href={`/policies/${policy.slug}`} lang={lang}>
                {title}
              </Link>{' '}
              <StandingTag state={standing} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
