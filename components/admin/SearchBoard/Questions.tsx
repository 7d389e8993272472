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
  // Roles are given because on a narrow screen rows are shown as blocks, and browsers then forget the table.
  return (
    <table role="table" aria-label={caption} className={styles.table}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{words.columns.question}</th>
          {FIGURES.map((name) => (
            <th key={name} role="columnheader" className={styles.number}>
              {words.columns[name]}
              {/* As wide as the share below, so that the name stands over the figures. */}
              {hasShare(name) && <small />}
            </th>
          ))}
          <th role="columnheader">{words.columns.actions}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {questions.map((one) => {
          const { question, asked, empty } = one;
          const figures = { ...one, unopened: unopened(one) };
          const shares = {
            asked: '',
            empty: empty > 0 ? share(empty, asked) : '',
            opened: '',
            unopened: share(figures.unopened, asked - empty),
          };
          const actions = [
            [words.actions.see, `${portal}?${new URLSearchParams({ q: question })}`],
            ...(canKeep
              ? [
                  [words.actions.synonym, create('search-synonyms', question)],
                  [words.actions.pin, create('search-pins', question)],
                ]
              : []),
          ];
          return (
            <tr key={question} role="row">
              <th role="rowheader" scope="row">
                {question}
              </th>
              {FIGURES.map((name) => (
                <td
                  key={name}
                  role="cell"
                  className={styles.number}
                  data-name={words.columns[name]}
                  data-bad={name === 'empty' && empty > 0 ? true : undefined}
                >
                  {number.format(figures[name])}
                  {hasShare(name) && <small>{shares[name]}</small>}
                </td>
              ))}
              <td role="cell">
                <span className={styles.actions}>
                  {actions.map(([name, href]) => (
                    <a
                      key={name}
                      href={href}
                      aria-label={`${name}${words.about.replace('{question}', () => question)}`}
                    >
                      {name}
                    </a>
                  ))}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const FIGURES = ['asked', 'empty', 'opened', 'unopened'] as const;

const hasShare = (name: (typeof FIGURES)[number]) => name === 'empty' || name === 'unopened';
