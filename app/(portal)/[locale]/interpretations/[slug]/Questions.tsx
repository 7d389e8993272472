import { useTranslations } from 'next-intl';
import { Section } from '@/components/Section/Section';
import type { Interpretation } from '@/payload-types';
import styles from './interpretation.module.css';

type Props = { questions: NonNullable<Interpretation['questions']> };

/** Questions with their answers; each has an address that can be passed on. */
export function Questions({ questions }: Props) {
  const t = useTranslations('interpretations');
  return (
    <Section title={t('questions')} id="questions">
      <dl className={styles.questions} lang="zh-CN">
        {questions.map(({ question, answer }, i) => (
          <div key={i} id={`question-${i + 1}`} className={styles.question}>
            <dt>
              <a href={`#question-${i + 1}`} className={styles.mark}>
                {t('question')}
                {i + 1}
              </a>
              {question}
            </dt>
            {answer
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line, j) => (
                <dd key={j}>
                  {j === 0 && <span className={styles.mark}>{t('answer')}</span>}
                  {line}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}
