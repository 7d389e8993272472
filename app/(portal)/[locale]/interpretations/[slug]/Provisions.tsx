import { useTranslations } from 'next-intl';
import { Fold } from '@/components/Fold/Fold';
import { Link } from '@/components/Link/Link';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { Section } from '@/components/Section/Section';
import { MOST_PASSAGE_BLOCKS } from '@/domain/interpretations/places';
import type { ExplainedProvision } from '@/queries/provisions';
import styles from './interpretation.module.css';

type Props = { provisions: ExplainedProvision[]; hasSeveralDocuments: boolean };

/** The provisions that are explained, each with the passage itself one step away. */
export function Provisions({ provisions, hasSeveralDocuments }: Props) {
  const t = useTranslations('interpretations');
  return (
    <Section title={t('explainedProvisions')} id="provisions">
      <ul className={styles.provisions} lang="zh-CN">
        {provisions.map(({ document, provision, note, place }, i) => {
          const href = `/documents/${document.slug}${place ? `#${place.id}` : ''}`;
          return (
            <li key={i} className={styles.provision}>
              <h3 className={styles.provisionTitle}>
                <Link href={href}>
                  {hasSeveralDocuments
                    ? t('originalOf', { document: document.title, place: provision })
                    : provision}
                </Link>
              </h3>
              {note && <p className={styles.line}>{note}</p>}
              {place && (
                <Fold summary={t('original', { place: provision })}>
                  <OfficialText
                    blocks={place.passage.map(({ block }) => block)}
                    structure={{
                      // The anchors are those of the document's own page.
                      blocks: place.passage.map((part) => ({
                        ...part,
                        id: undefined,
                        itemIds: undefined,
                      })),
                      outline: [],
                      articles: [],
                    }}
                    levelOffset={2}
                  />
                  {place.passage.length === MOST_PASSAGE_BLOCKS && <p>{t('passageCut')}</p>}
                  <p>
                    <Link href={href}>{t('readInDocument', { place: provision })}</Link>
                  </p>
                </Fold>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
