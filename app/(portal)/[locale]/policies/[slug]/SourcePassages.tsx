import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/Link/Link';
import { ValidityTag } from '@/components/ValidityTag/ValidityTag';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import { validityOn } from '@/domain/documents/validity';
import { placeName } from '@/domain/policies/passage';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Policy } from '@/payload-types';
import type { Sources } from '@/queries/policy-sources';
import { RelatedLink } from '../../documents/[slug]/RelatedLink';
import styles from './policy.module.css';

type Props = { policy: Policy; sources: Sources; locale: Locale };

/** From which document and passage: the words themselves, the document's validity, and a link to the place. */
export async function SourcePassages({ policy, sources, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'policies.guide' });
  const today = dayOf(new Date());
  return (
    <ul className={styles.sources}>
      {(policy.sources ?? []).flatMap(({ document, anchor, passage, id }) => {
        // What is not public leaves neither its title nor its words here.
        if (typeof document !== 'object' || document === null) return [];
        const source = sources.get(String(document.id));
        if (!source) return [];
        const structure = structureOf(blocksFromLexical(document.body));
        const place = anchor ? placeName(structure, anchor.replace(/^#/, '')) : undefined;
        const href = `/documents/${document.slug}${place ? `#${anchor?.replace(/^#/, '')}` : ''}`;
        return [
          <li key={id}>
            <p className={styles.sourceTitle}>
              <RelatedLink document={source.document} locale={locale} />{' '}
              <ValidityTag validity={validityOn(today, source.standing)} />
            </p>
            {passage && (
              <blockquote className={styles.passage} lang="zh-CN" cite={href}>
                {passage}
              </blockquote>
            )}
            <p>
              <Link href={href}>{place ? t('readPassage', { place }) : t('readDocument')}</Link>
            </p>
          </li>,
        ];
      })}
    </ul>
  );
}
