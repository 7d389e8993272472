'use client';

import { useTranslation } from '@payloadcms/ui';
import { useCallback, useMemo } from 'react';
import { emptyAnswers, type Answer, type Answers } from '@/domain/website-reports/answers';
import { messages } from '@/messages';
import { listOf, useReportState, useValue } from '../ReportForm/use-report-state';

export type GivenWhy = { field: string; why: string };
export type GivenReason = { finding: string; reason: string };
export type Compiled = { at?: string; answers?: Partial<Answers> };

type Changes = {
  answers?: Answers;
  handChanges?: GivenWhy[];
  reasons?: GivenReason[];
  compiled?: Compiled;
};

/** The form as it stands on the screen, and how it is changed. */
export function useWebsiteForm(isReadOnlyField: boolean) {
  const { agency, change, getFields, id, isInReview, isPublished, isWriter, year } =
    useReportState<Changes>();
  const { i18n } = useTranslation();
  const stored = useValue('answers');
  const compiled = useValue('compiled') as Compiled | null | undefined;
  const handChanges = useValue('handChanges');
  const reasons = useValue('reasons');
  const setAnswer = useCallback(
    (code: string, answer: Answer) => {
      const now = getFields().answers?.value as Partial<Answers> | undefined;
      change({ answers: { ...emptyAnswers(), ...now, [code]: answer } as Answers });
    },
    [change, getFields],
  );
  return {
    id,
    agency,
    year,
    answers: useMemo(
      () => ({ ...emptyAnswers(), ...(stored as Partial<Answers> | undefined) }) as Answers,
      [stored],
    ),
    compiled: compiled ?? null,
    handChanges: useMemo(() => listOf<GivenWhy>(handChanges), [handChanges]),
    reasons: useMemo(() => listOf<GivenReason>(reasons), [reasons]),
    isPublished,
    isReadOnly: isReadOnlyField || isInReview || !isWriter,
    locale: (i18n.language === 'en' ? 'en' : 'zh-CN') as 'en' | 'zh-CN',
    words: messages[i18n.language === 'en' ? 'en' : 'zh-CN'].websiteReports.editor,
    change,
    setAnswer,
  };
}

export type WebsiteFormState = ReturnType<typeof useWebsiteForm>;
