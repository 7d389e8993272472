import { unopened, type AskedQuestion } from '@/domain/searches/question-lists';
import { messages } from '@/messages';
import styles from './SearchBoard.module.css';

type Props = {
  questions: readonly AskedQuestion[];
  caption: string;
  /** Whether whoever looks may add synonyms and pinned results. */
  canKeep: boolean;
  locale: 'zh-CN' | 'en';
};

const create = (collection: 'search-synonyms' | 'search-pins', question: string): string =>
  `/admin/collections/${collection}/create?${new URLSearchParams({ question })}`;

/** Questions with their figures, and what can be done about each. */
export function Questions({ questions, caption, canKeep, locale }: Props) {
  const words = messages[locale].searches;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const portal = locale === 'en' ? '/en/search' : '/search';
  const share = (part: number, whole: number) => (whole > 0 ? percent.format(part / whole) : '');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.question}</th>
            <th scope="col" className={styles.number}>
              {words.columns.asked}
            </th>
            <th scope="col" className={styles.number}>
              {words.columns.empty}
            </th>
            <th scope="col" className={styles.number}>
              {words.columns.opened}
            </th>
            <th scope="col" className={styles.number}>
              {words.columns.unopened}
            </th>
            <th scope="col">{words.columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((one) => {
            const { question, asked, empty, opened } = one;
            const about = (action: string) =>
              `${action}${words.about.replace('{question}', () => question)}`;
            return (
              <tr key={question}>
                <th scope="row">{question}</th>
                <td className={styles.number}>{number.format(asked)}</td>
                <td className={styles.number} data-bad={empty > 0 || undefined}>
                  {number.format(empty)} <small>{empty > 0 && share(empty, asked)}</small>
                </td>
                <td className={styles.number}>{number.format(opened)}</td>
                <td className={styles.number}>
                  {number.format(unopened(one))}{' '}
                  <small>{share(unopened(one), asked - empty)}</small>
                </td>
                <td>
                  <span className={styles.actions}>
                    <a
                      href={`${portal}?${new URLSearchParams({ q: question })}`}
                      aria-label={about(words.actions.see)}
                    >
                      {words.actions.see}
                    </a>
                    {canKeep && (
                      <>
                        <a
                          href={create('search-synonyms', question)}
                          aria-label={about(words.actions.synonym)}
                        >
                          {words.actions.synonym}
                        </a>
                        <a
                          href={create('search-pins', question)}
                          aria-label={about(words.actions.pin)}
                        >
                          {words.actions.pin}
                        </a>
                      </>
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
