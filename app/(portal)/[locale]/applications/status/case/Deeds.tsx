import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/Button/Button';
import { formatDate } from '@/components/DateText/format-date';
import { Notice } from '@/components/Notice/Notice';
import { Section } from '@/components/Section/Section';
import { deedsOf } from '@/collections/Applications/applicant-case';
import { SUPPLEMENT_FILES } from '@/collections/Applications/applicant-deeds';
import { retentionFactsOf } from '@/collections/Applications/erase';
import { paymentWorkdays } from '@/domain/applications/clock';
import { eraseFrom } from '@/domain/applications/retention';
import type { Calendar } from '@/domain/workdays/calendar';
import { dayOf } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';
import styles from '../../applications.module.css';
import { DeedForm } from './DeedForm';

const ACCEPT = '.pdf,.doc,.docx,.xls,.xlsx,.png,.jpg,.jpeg,.txt,.ofd';

/** What the office waits for the applicant to do: above everything else. */
export function AskedDeeds({ application }: { application: Application }) {
  const t = useTranslations('caseStatus');
  const locale = useLocale();
  const deeds = deedsOf(application);
  const revision = application.revision ?? 0;
  const { missing, termOn } = application.supplement ?? {};
  const { yuan, termOn: payBy } = application.fee ?? {};
  return (
    <>
      {deeds.includes('supplement') && (
        <Section title={t('supplement.title')} id="supplement">
          <Notice title={t('supplement.missing')}>
            {(missing ?? '').split('\n').map((line, i) => (
              <p key={i} lang="zh-CN">
                {line}
              </p>
            ))}
          </Notice>
          {termOn && <p>{t('supplement.term', { day: formatDate(dayOf(termOn), locale) })}</p>}
          <p>{t('supplement.once')}</p>
          <DeedForm
            deed="supplement"
            revision={revision}
            files={{ ...SUPPLEMENT_FILES, accept: ACCEPT }}
          />
        </Section>
      )}
      {deeds.includes('reasons') && (
        <Section title={t('reasons.title')} id="reasons">
          <p>{t('reasons.lead')}</p>
          <DeedForm deed="reasons" revision={revision} />
        </Section>
      )}
      {application.status === 'fee-notified' && payBy && (
        <Section title={t('fee.title')} id="fee">
          <p>
            {t('fee.term', {
              yuan: yuan ?? 0,
              days: paymentWorkdays,
              day: formatDate(dayOf(payBy), locale),
            })}
          </p>
          <p>{t('fee.how')}</p>
        </Section>
      )}
    </>
  );
}

/** What the applicant may do, after all that there is to read. */
export function OfferedDeeds({
  application,
  calendar,
}: {
  application: Application;
  calendar: Calendar;
}) {
  const t = useTranslations('caseStatus');
  const locale = useLocale();
  const deeds = deedsOf(application);
  const revision = application.revision ?? 0;
  const score = application.rating?.score;
  const { deletionAskedOn, erasedOn } = application;
  const offered = deeds.some((deed) => deed !== 'supplement' && deed !== 'reasons');
  const isAsked = Boolean(deletionAskedOn) && !erasedOn;
  if (!offered && !score && !isAsked) return null;
  const erasure = deletionAskedOn && eraseFrom(retentionFactsOf(application), calendar);
  return (
    <div className={styles.onScreen}>
      <Section title={t('can')} id="deeds">
        <div className={styles.parts}>
          {deeds.includes('receive') && (
            <Section level={3} title={t('receive.title')}>
              <p>{t('receive.text')}</p>
              <DeedForm deed="receive" revision={revision} headingLevel={4} />
            </Section>
          )}
          {deeds.includes('rate') && (
            <Section level={3} title={t('rate.title')}>
              <p>{t('rate.text')}</p>
              <DeedForm deed="rate" revision={revision} headingLevel={4} />
            </Section>
          )}
          {score && <p>{t('rate.given', { score: t(`scores.${score as 1}`) })}</p>}
          {(['withdraw', 'erase'] as const)
            .filter((deed) => deeds.includes(deed))
            .map((deed) => (
              <Section key={deed} level={3} title={t(`deeds.${deed}`)}>
                <p>{t(`${deed}.about`)}</p>
                <p>
                  <LinkButton kind="secondary" href={`/applications/status/case/${deed}`}>
                    {t(`deeds.${deed}`)}
                  </LinkButton>
                </p>
              </Section>
            ))}
          {isAsked && deletionAskedOn && (
            <p>
              {erasure
                ? t('erase.askedUntil', {
                    day: formatDate(dayOf(deletionAskedOn), locale),
                    until: formatDate(erasure.day, locale),
                  })
                : t('erase.asked', { day: formatDate(dayOf(deletionAskedOn), locale) })}
            </p>
          )}
        </div>
      </Section>
    </div>
  );
}
