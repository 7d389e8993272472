import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { filesOf } from '@/collections/ApplicationDrafts/draft-files';
import { receivingAgencies } from '@/collections/Applications/receiving-agencies';
import {
  errorsOf,
  isFormStep,
  isPerson,
  nextStep,
  type Answers,
  type FormStep,
} from '@/domain/applications/steps';
import { dayOf } from '@/domain/workdays/days';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { alreadyPublic } from '@/queries/already-public';
import { documentItem } from '@/queries/document-items';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { stepPath } from '../addresses';
import { openDraft, pathWithoutDraft, type OpenDraft } from '../draft-cookie';
import { HowFields, IdentityFields, WhatFields } from '../fields';
import { Files } from '../Files';
import { formWords, inFields } from '../form-words';
import { PublicDocuments } from '../PublicDocuments';
import { StepPage } from '../StepPage';

type Props = {
  params: Promise<{ locale: Locale; step: string }>;
  searchParams: Promise<AddressValues>;
};

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, step } = await params;
  if (!isFormStep(step)) return {};
  const t = formWords(locale);
  return {
    title: `${t(`steps.${step}.title`)} · ${t('title')}`,
    robots: { index: false },
    alternates: alternatesOf(locale, `/applications/new/${step}`),
    other: await columnMeta(locale, 'applications'),
  };
}

/** Who and how to reach them; what; how. Each with what was entered already. */
export default async function StepRoute({ params, searchParams }: Props) {
  const { locale, step } = await params;
  setRequestLocale(locale);
  if (!isFormStep(step)) notFound();
  if (step === 'who') return redirect({ href: stepPath('who'), locale });
  const open = await openDraft();
  if (!open) return redirect({ href: await pathWithoutDraft(), locale });
  const { answers } = open.draft;
  const today = dayOf(new Date());
  // Which questions there are depends on the first.
  if (errorsOf('who', answers, today).length > 0) {
    return redirect({ href: `${stepPath('who')}?errors=1`, locale });
  }
  const query = await searchParams;
  const isFromCheck = query.from === 'check';
  const errors = query.errors ? inFields(errorsOf(step, answers, today), locale) : [];
  const problems = query.files ? (open.draft.fileProblems ?? []) : [];
  const t = await getTranslations('applyForm');
  const isOrganisation = step === 'identity' && !isPerson(answers);
  return (
    <StepPage
      step={step}
      title={isOrganisation ? t('steps.identity.titleOrganisation') : t(`steps.${step}.title`)}
      errors={[...errors, ...problems.map((message) => ({ field: 'files', message }))]}
      isFromCheck={isFromCheck}
      draft={open.draft}
      before={
        query.found && (
          <Found
            answers={answers}
            locale={locale}
            goOn={stepPath(isFromCheck ? 'check' : nextStep(step))}
          />
        )
      }
    >
      <Fields step={step} open={open} errors={errors} problems={problems} locale={locale} />
    </StepPage>
  );
}

type FieldsProps = {
  step: Exclude<FormStep, 'who'>;
  open: OpenDraft;
  errors: { field: string; message: string }[];
  problems: string[];
  locale: Locale;
};

async function Fields({ step, open, errors, problems, locale }: FieldsProps) {
  const { answers } = open.draft;
  if (step === 'identity') return <IdentityFields answers={answers} errors={errors} />;
  if (step === 'how') return <HowFields answers={answers} errors={errors} />;
  const payload = await portal();
  const agencies = await receivingAgencies(payload, locale);
  const known = agencies.find(({ slug }) => slug === answers.agency);
  // Somebody who does not know is best served by the office, which passes it on.
  const chosen = known ?? agencies.find(({ kind }) => kind === 'office') ?? agencies[0];
  return (
    <>
      <WhatFields
        answers={{ ...answers, agency: chosen?.slug }}
        errors={errors}
        agencies={agencies.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Files files={await filesOf(payload, open.hash)} problems={problems} />
    </>
  );
}

/** Looked for again, so that what was withdrawn meanwhile is not shown. */
async function Found({
  answers,
  locale,
  goOn,
}: {
  answers: Answers;
  locale: Locale;
  goOn: string;
}) {
  const found = await alreadyPublic(answers, locale);
  if (found.length === 0) return null;
  return (
    <PublicDocuments items={found.map(({ record }) => documentItem(record, locale))} goOn={goOn} />
  );
}
