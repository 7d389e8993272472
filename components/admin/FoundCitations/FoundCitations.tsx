import type { UIFieldServerProps } from 'payload';
import type { Citation as Found } from '@/domain/documents/citations/mention';
import { messages } from '@/messages';
import type { Document } from '@/payload-types';
import styles from './FoundCitations.module.css';

type Id = Document['id'];

/** In the admin: the words that were taken for citations, and where each leads. */
export async function FoundCitations({ data, payload, user, i18n }: UIFieldServerProps) {
  const words = messages[i18n.language === 'en' ? 'en' : 'zh-CN'].citations.admin;
  const found = Array.isArray(data?.found) ? (data.found as Found<Id>[]) : [];
  if (found.length === 0) return <p className={styles.none}>{words.none}</p>;
  const ids = [...new Set(found.flatMap(({ target }) => (target === null ? [] : [target])))];
  const { docs } = await payload.find({
    collection: 'documents',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    joins: false,
    select: { title: true },
    overrideAccess: false,
    user,
  });
  const titles = new Map(docs.map(({ id, title }) => [id, title]));
  return (
    <div className={styles.found}>
      <p>{words.lead.replace('{count}', String(found.length))}</p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.caption}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.quote}</th>
              <th scope="col">{words.target}</th>
              <th scope="col">{words.anchor}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ block, start, quote, target, anchor }) => (
              <tr key={`${block}:${start}`}>
                <td>{quote}</td>
                <td>
                  {target === null ? (
                    words.self
                  ) : (
                    <a href={`/admin/collections/documents/${target}`}>
                      {titles.get(target) ?? words.gone}
                    </a>
                  )}
                </td>
                <td>{anchor}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
