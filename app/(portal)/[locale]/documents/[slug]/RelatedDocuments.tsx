import { getTranslations } from 'next-intl/server';
import { Fold } from '@/components/Fold/Fold';
import { Section } from '@/components/Section/Section';
import { ValidityTag } from '@/components/ValidityTag/ValidityTag';
import { RELATIONS, verbWords, type RelationVerb } from '@/domain/documents/relations';
import type { Locale } from '@/i18n/routing';
import type { Document } from '@/payload-types';
import { isPlainRelation, relationsOf, type RelatedTo } from '@/queries/relations';
import { RelatedLink } from './RelatedLink';
import styles from './relations.module.css';

type Group = { verb: RelationVerb; side: 'acting' | 'other'; items: RelatedTo[] };

/** How many of one sort stand open; a law that hundreds are based on must not bury the rest. */
const OPEN = 5;

/** What the document does to others, and others to it, each under its verb; decisions about it are its history. */
export async function RelatedDocuments({
  document,
  locale,
}: {
  document: Document;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: 'relations.related' });
  const { incoming, outgoing } = await relationsOf(document);
  const plain = incoming
    .filter((relation) => isPlainRelation(relation) && relation.verb !== 'corrects')
    .map(({ by, ...relation }): RelatedTo => ({ ...relation, document: by.document }));
  const groups = RELATIONS.flatMap(({ code }): Group[] => [
    { verb: code, side: 'acting', items: outgoing.filter(({ verb }) => verb === code) },
    { verb: code, side: 'other', items: plain.filter(({ verb }) => verb === code) },
  ]).filter(({ items }) => items.length > 0);
  if (groups.length === 0) return null;
  return (
    <Section title={t('title')} id="related">
      {groups.map(({ verb, side, items }) => (
        <div key={`${verb} ${side}`} className={styles.group}>
          <h3 className={styles.verb}>{verbWords(verb, side, locale)}</h3>
          <List items={items.slice(0, OPEN)} locale={locale} words={t} />
          {items.length > OPEN && (
            <Fold summary={t('more', { count: items.length - OPEN })}>
              <List items={items.slice(OPEN)} locale={locale} words={t} />
            </Fold>
          )}
        </div>
      ))}
    </Section>
  );
}

type ListProps = {
  items: RelatedTo[];
  locale: Locale;
  words: Awaited<ReturnType<typeof getTranslations<'relations.related'>>>;
};

const List = ({ items, locale, words }: ListProps) => (
  <ul className={styles.related}>
    {items.map(({ document, provisions }, i) => (
      <li key={`${document.id} ${i}`}>
        <RelatedLink document={document} locale={locale} />
        {provisions && words('provisions', { provisions })}
        {document.validity && document.validity !== 'in-force' && (
          <>
            {' '}
            <ValidityTag validity={document.validity} />
          </>
        )}
      </li>
    ))}
  </ul>
);
