import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { ChoiceField } from '@/components/Field/Field';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { CODES, QUESTIONS, type Question } from '@/domain/policies/fit';
import { ANY, finderAddress, labelOfAnswer, without, type Given } from './answers';
import styles from './find.module.css';

type Props = {
  question: Question;
  given: Given;
  /** The form was sent without a choice. */
  isUnanswered: boolean;
};

/** One question as a form that asks the same address again, with the answers before it kept in it. */
export function QuestionPage({ question, given, isUnanswered }: Props) {
  const t = useTranslations('policies.finder');
  const locale = useLocale();
  const at = QUESTIONS.indexOf(question);
  const before = QUESTIONS[at - 1];
  const isLast = QUESTIONS.every((each) => each === question || given[each] !== undefined);
  return (
    <>
      <PageTitle
        title={t(question)}
        eyebrow={t('step', { step: at + 1, steps: QUESTIONS.length })}
        lead={t(`${question}Why`)}
      />
      <form
        method="get"
        action={`${locale === 'en' ? '/en' : ''}/policies/find`}
        className={styles.form}
        noValidate
      >
        {isUnanswered && <ErrorSummary errors={[{ field: question, message: t('choose') }]} />}
        {Object.entries(given).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="asked" value={question} />
        <ChoiceField
          name={question}
          label={<span className={styles.spoken}>{t(question)}</span>}
          error={isUnanswered ? t('problem') : undefined}
          required
          options={[
            ...CODES[question].map(({ code }) => ({
              value: code as string,
              label: labelOfAnswer(question, code, locale),
            })),
            { value: ANY, label: t('any') },
          ]}
        />
        <div className={styles.ways}>
          <Button>{isLast ? t('show') : t('next')}</Button>
          {before && <Link href={finderAddress(without(given, before))}>{t('back')}</Link>}
        </div>
        {at === 0 && <p className={styles.note}>{t('lead')}</p>}
      </form>
    </>
  );
}
