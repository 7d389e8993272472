import { useTranslations } from 'next-intl';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import type { GuidePart } from '@/domain/services/guide';
import type { Document, Service } from '@/payload-types';
import { titleIn } from '@/queries/document-items';
import styles from '../services.module.css';

type PartProps = { part: Exclude<GuidePart, 'title'>; service: Service; locale: string };

/** What the guide says in one of its parts. */
export function Part({ part, service, locale }: PartProps) {
  const lang = locale === 'en' ? 'zh-CN' : undefined;
  switch (part) {
    case 'materials':
      return <Materials service={service} lang={lang} />;
    case 'process':
      return (
        <ol className={styles.steps} lang={lang}>
          {service.process?.map(({ id, title, text }) => (
            <li key={id}>
              <span className={styles.name}>{title}</span>
              {text && <p className={styles.note}>{text}</p>}
            </li>
          ))}
        </ol>
      );
    case 'phone':
      return <Phones text={service.phone ?? ''} />;
    case 'basis':
      return <Basis service={service} locale={locale} />;
    default:
      return (
        <p className={styles.words} lang={lang}>
          {service[part]}
        </p>
      );
  }
}

function Materials({ service, lang }: { service: Service; lang?: string }) {
  const t = useTranslations('services');
  const materials = service.materials ?? [];
  if (materials.length === 0) return <p>{t('noMaterials')}</p>;
  return (
    <>
      <p>{t('materialsCount', { count: materials.length })}</p>
      <ol className={styles.materials} lang={lang}>
        {materials.map(({ id, name, note }) => (
          <li key={id}>
            <span className={styles.name}>{name}</span>
            {note && <p className={styles.note}>{note}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

const NUMBER = /(\+?\d[\d-]{5,18}\d)/;

/** Each number in what was written can be called. */
function Phones({ text }: { text: string }) {
  return (
    <p className={styles.words}>
      {text.split(NUMBER).map((part, i) =>
        i % 2 ? (
          <a key={i} href={`tel:${part}`} className={styles.phone}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

function Basis({ service, locale }: { service: Service; locale: string }) {
  const t = useTranslations('services');
  const documents = (service.documents ?? []).filter(
    (one): one is Document => typeof one === 'object',
  );
  return (
    <>
      {service.basis && (
        <p className={styles.words} lang={locale === 'en' ? 'zh-CN' : undefined}>
          {service.basis}
        </p>
      )}
      {documents.length > 0 && (
        <>
          <p className={styles.under}>{t('documents')}</p>
          <DocumentList
            compact
            items={documents.map((document) => ({
              href: `/documents/${document.slug}`,
              ...titleIn(locale, document),
              number: document.number ?? undefined,
              validity: document.validity ?? undefined,
            }))}
          />
        </>
      )}
    </>
  );
}
