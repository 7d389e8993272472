import { Button } from '@/components/Button/Button';
import styles from './form.module.css';

/** A public document in one line; `facts` are its number and its day. */
export type Suggested = { href: string; title: string; lang?: string; facts: string };

type Props = { documents: Suggested[]; words: { title: string; lead: string; found: string } };

/** While the wish is typed: what is public already. Its button clears the form, with thanks. */
export function Suggestions({ documents, words }: Props) {
  return (
    <div role="status">
      {documents.length > 0 && (
        <div className={styles.public}>
          <p className={styles.publicTitle}>{words.title}</p>
          <p className={styles.note}>{words.lead}</p>
          <ul className={styles.suggestions}>
            {documents.map(({ href, title, lang, facts }) => (
              <li key={href}>
                <a href={href} lang={lang}>
                  {title}
                </a>
                <span className={styles.note}>{facts}</span>
              </li>
            ))}
          </ul>
          <Button kind="secondary" name="do" value="found" className={styles.quiet}>
            {words.found}
          </Button>
        </div>
      )}
    </div>
  );
}
