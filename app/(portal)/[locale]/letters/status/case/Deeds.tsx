import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/Button/Button';
import { Fold } from '@/components/Fold/Fold';
import { Section } from '@/components/Section/Section';
import type { WriterDeed, WriterLetter } from '@/collections/Letters/writer-letter';
import styles from '../../../applications/applications.module.css';
import { doDeed } from './actions';
import { RateForm } from './RateForm';

/** What the writer may do, after all that there is to read. What can't be undone lies under a fold. */
export function Deeds({ letter }: { letter: WriterLetter }) {
  const t = useTranslations('citizenLetters');
  const { deeds, revision, rating, isDeletionAsked } = letter;
  if (deeds.length === 0 && !rating && !isDeletionAsked) return null;
  return (
    <div className={styles.onScreen}>
      <Section title={t('deeds.can')} id="deeds">
        <div className={styles.parts}>
          {deeds.includes('rate') && (
            <Section level={3} title={t('deeds.rate.title')}>
              <p>{t('deeds.rate.about')}</p>
              <RateForm revision={revision} />
            </Section>
          )}
          {rating && (
            <p>{t('deeds.rate.given', { score: t(`scores.${String(rating.score) as '1'}`) })}</p>
          )}
          {deeds.includes('to-application') && (
            <Section level={3} title={t('deeds.application.title')}>
              <p>{t('deeds.application.about')}</p>
              <DeedForm
                deed="to-application"
                revision={revision}
                words={t('deeds.application.send')}
              />
            </Section>
          )}
          {deeds.includes('withdraw') && (
            <Section level={3} title={t('deeds.withdraw.title')}>
              <p>{t('deeds.withdraw.about')}</p>
              <Fold summary={t('deeds.withdraw.fold')}>
                <p>{t('deeds.withdraw.ask')}</p>
                <DeedForm deed="withdraw" revision={revision} words={t('deeds.withdraw.send')} />
              </Fold>
            </Section>
          )}
          {deeds.includes('ask-deletion') && (
            <Section level={3} title={t('deeds.erase.title')}>
              <p>{t('deeds.erase.about')}</p>
              <Fold summary={t('deeds.erase.fold')}>
                <p>{t('deeds.erase.ask')}</p>
                <DeedForm deed="ask-deletion" revision={revision} words={t('deeds.erase.send')} />
              </Fold>
            </Section>
          )}
          {isDeletionAsked && <p>{t('deeds.erase.asked')}</p>}
        </div>
      </Section>
    </div>
  );
}

type FormProps = { deed: WriterDeed; revision: number; words: string };

function DeedForm({ deed, revision, words }: FormProps) {
  const locale = useLocale();
  return (
    <form action={doDeed}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="revision" value={revision} />
      <Button kind="secondary">{words}</Button>
    </form>
  );
}
