import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { formatDate } from '@/components/DateText/format-date';
import { DueDate } from '@/components/DueDate/DueDate';
import { FocusOnArrival } from '@/components/ErrorSummary/FocusOnArrival';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { Timeline, type TimelineStep } from '@/components/Timeline/Timeline';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import type { WriterLetter } from '@/collections/Letters/writer-letter';
import { workdaysBetween } from '@/domain/workdays/count';
import { dayOf, type Day } from '@/domain/workdays/days';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { columnMeta } from '../../../national-meta';
import styles from '../../letters.module.css';
import { letterWords } from '../../form/form-state';
import { Deeds } from './Deeds';
import { openedLetter } from './opened-letter';
import { Written } from './Written';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: letterWords(locale)('status.title'),
    robots: { index: false },
    other: await columnMeta(locale, 'letters'),
  };
}

/** Where a letter stands, its reply, and what its writer can do, for whoever holds its two keys. */
export default async function LetterCasePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const letter = await openedLetter(locale);
  if (!letter) return redirect({ href: '/letters/status', locale });
  const t = await getTranslations('citizenLetters');
  const today = dayOf(new Date());
  const calendar = await workCalendar({ payload: await portal() });
  const { status, dueOn } = letter;
  const isOpen = letter.closedOn === null;
  const told = toldOf(await searchParams, letter, locale);
  const { shell, citizenLetters } = messages[locale];
  const words = {
    shell: { optional: shell.optional, errors: shell.errors },
    citizenLetters: { deeds: citizenLetters.deeds, scores: citizenLetters.scores },
  };
  const contact = letter.agency ?? (await officeOf(locale));
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/letters' },
          { label: t('status.title'), href: '/letters/status' },
          { label: letter.receiptNumber },
        ]}
      />
      {told && (
        <div id="done" tabIndex={-1}>
          <FocusOnArrival />
          <Notice kind={told.kind} title={told.text} live />
        </div>
      )}
      <PageTitle
        eyebrow={letter.receiptNumber}
        title={t(`case.states.${status}`)}
        lead={letter.application ? t('case.nowApplication') : t(`case.now.${status}`)}
      />
      <Columns side={<Written letter={letter} />}>
        {isOpen && dueOn && (
          <DueDate
            day={dueOn}
            workdaysLeft={workdaysBetween(today, dueOn, calendar)}
            explanation={letter.why && <p>{letter.why}</p>}
          />
        )}
        {letter.reply && (
          <Section title={t('case.reply')} id="reply">
            <p className={styles.words} lang="zh-CN">
              {letter.reply.text}
            </p>
            {letter.agency && letter.reply.on && (
              <p>
                {t('case.replyBy', {
                  agency: letter.agency.name,
                  day: formatDate(letter.reply.on, locale),
                })}
              </p>
            )}
          </Section>
        )}
        {letter.redirect && (
          <Section title={t('case.redirected')}>
            <p>{messages[locale].lettersOffice.channels[letter.redirect.channel]}</p>
            <p className={styles.words} lang="zh-CN">
              {letter.redirect.text}
            </p>
          </Section>
        )}
        {letter.discarded && (
          <Section title={t('case.discarded')}>
            <p className={styles.words}>{letter.discarded}</p>
          </Section>
        )}
        <Section title={t('case.steps')}>
          <Timeline label={t('case.steps')} steps={stepsOf(letter, today, locale)} />
        </Section>
        <NextIntlClientProvider locale={locale} messages={words as never}>
          <Deeds letter={letter} />
        </NextIntlClientProvider>
        <p>
          {contact?.phone
            ? t('case.helpAgency', { agency: contact.name, phone: contact.phone })
            : t.rich('case.help', {
                link: (chunks) => <Link href="/about/contact">{chunks}</Link>,
              })}
        </p>
        <Actions copy={false} />
      </Columns>
    </>
  );
}

/** Whom to ring as long as no agency has the letter: the office where all of them arrive. */
async function officeOf(locale: Locale): Promise<{ name: string; phone: string | null } | null> {
  const { docs } = await (
    await portal()
  ).find({
    collection: 'agencies',
    where: { kind: { equals: 'office' } },
    limit: 1,
    pagination: false,
    depth: 0,
    locale,
    select: { name: true, phone: true },
    overrideAccess: false,
  });
  return docs[0] ? { name: docs[0].name, phone: docs[0].phone ?? null } : null;
}

/** What was done and when, and what comes. */
function stepsOf(letter: WriterLetter, today: Day, locale: Locale): TimelineStep[] {
  const t = letterWords(locale);
  const past = letter.steps.map(({ action, agency, on }): TimelineStep => {
    const isPassedOn = action === 'route' || action === 'reroute';
    const title =
      isPassedOn && !agency
        ? t('case.stepNames.routeNowhere')
        : t(`case.stepNames.${action as 'route'}`, { agency: agency ?? '' });
    return { state: 'done', title, date: on };
  });
  if (letter.closedOn !== null) return past;
  const { dueOn, status } = letter;
  return [
    ...past,
    { state: 'now', title: t(`case.now.${status}`) },
    {
      state: 'next',
      title: t('case.next'),
      ...(dueOn && { date: dueOn, overdue: dueOn < today }),
    },
  ];
}

type Told = { kind: 'info' | 'warn'; text: string };

/** What came of the last button, as the letter itself says: an address that somebody made up claims nothing. */
function toldOf(
  { done, problem }: AddressValues,
  letter: WriterLetter,
  locale: Locale,
): Told | null {
  const t = letterWords(locale);
  if (done === 'withdraw' && letter.status === 'withdrawn') {
    return { kind: 'info', text: t('deeds.done.withdraw') };
  }
  if (done === 'rate' && letter.rating) return { kind: 'info', text: t('deeds.done.rate') };
  if (done === 'ask-deletion' && letter.isDeletionAsked) {
    return { kind: 'info', text: t('deeds.done.erase') };
  }
  if (problem === 'failed') return { kind: 'warn', text: t('deeds.problems.failed') };
  return problem ? { kind: 'warn', text: t('deeds.problems.notNow') } : null;
}
