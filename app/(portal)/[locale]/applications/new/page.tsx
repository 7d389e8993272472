import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { errorsOf, firstUnfinished } from '@/domain/applications/steps';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { OtherWays } from '../OtherWays';
import { stepPath } from './addresses';
import { openDraft } from './draft-cookie';
import { WhoFields } from './fields';
import { ForgetTab } from './ForgetTab';
import { inFields, formWords, timeToWait } from './form-words';
import { StepPage } from './StepPage';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = formWords(locale);
  return {
    title: t('title'),
    robots: { index: false },
    alternates: alternatesOf(locale, '/applications/new'),
    other: await columnMeta(locale, 'applications'),
  };
}

/** The first page. What is wanted may come in its address, from a page where it was not found. */
export default async function NewApplicationPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('applyForm');
  const query = await searchParams;
  const first = (name: string) => [query[name] ?? ''].flat()[0] ?? '';
  const draft = (await openDraft())?.draft ?? null;
  const answers = draft?.answers ?? {};
  const today = dayOf(new Date());
  const isFromCheck = first('from') === 'check';
  const errors = first('errors') ? inFields(errorsOf('who', answers, today), locale) : [];
  const minutes = Number(first('wait'));
  const isWaiting = Number.isInteger(minutes) && minutes > 0;
  const isLost = first('lost') !== '';
  const next = firstUnfinished(answers, today) ?? 'check';
  const wanted = (['informationTitle', 'informationNumber', 'agency'] as const).map((name) => ({
    name,
    value: first(name).slice(0, 200),
  }));
  return (
    <>
      <StepPage
        step="who"
        title={t('steps.who.title')}
        errors={
          isWaiting
            ? [
                {
                  field: 'application',
                  message: t('problems.drafts', { time: timeToWait(minutes, locale) }),
                },
              ]
            : errors
        }
        isFromCheck={isFromCheck}
        draft={draft}
        before={
          <>
            {isLost && <Notice kind="warn">{t('notices.lost')}</Notice>}
            {first('cleared') && (
              <>
                <ForgetTab />
                <Notice live>{t('notices.cleared')}</Notice>
              </>
            )}
            {draft && !isFromCheck && next !== 'who' ? (
              <Notice>
                {t.rich('notices.resume', {
                  link: (chunks) => <Link href={stepPath(next)}>{chunks}</Link>,
                })}
              </Notice>
            ) : (
              <Notice>
                {t.rich('notices.searchFirst', {
                  link: (chunks) => <Link href="/search">{chunks}</Link>,
                })}
              </Notice>
            )}
          </>
        }
      >
        {wanted.map(({ name, value }) =>
          value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <WhoFields answers={answers} errors={errors} />
      </StepPage>
      {(isLost || isWaiting) && <OtherWays locale={locale} />}
    </>
  );
}
