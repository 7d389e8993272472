'use client';

import {
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui';
import { useCallback, useMemo } from 'react';
import { emptyAnswers, type Answer, type Answers } from '@/domain/website-reports/answers';
import { messages } from '@/messages';

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
  const { id, savedDocumentData } = useDocumentInfo();
  const { user } = useAuth();
  const { dispatchFields, getFields, setModified } = useForm();
  const { i18n } = useTranslation();
  const agency = useValue('agency');
  const year = useValue('year');
  const stored = useValue('answers');
  const compiled = useValue('compiled') as Compiled | null | undefined;
  const handChanges = useValue('handChanges');
  const reasons = useValue('reasons');
  const saved = (savedDocumentData ?? {}) as { _status?: string; review?: { state?: string } };
  const roles = (user?.roles as string[] | undefined) ?? [];
  const isWriter = roles.includes('editor') || roles.includes('administrator');
  const state = saved.review?.state ?? 'draft';
  const isInReview = saved._status !== 'published' && state !== 'draft' && state !== 'returned';

  // Several fields in one step, each marked as changed here: an answer to an earlier save that comes
  // in now must not put back what one of them was.
  const change = useCallback(
    (changes: Changes, { isSaved = false } = {}) => {
      const fields = getFields();
      dispatchFields({
        type: 'UPDATE_MANY',
        formState: Object.fromEntries(
          Object.entries(changes).map(([path, value]) => [
            path,
            { ...fields[path], value, valid: true, isModified: true },
          ]),
        ),
      });
      if (!isSaved) setModified(true);
    },
    [dispatchFields, getFields, setModified],
  );
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
    year: typeof year === 'number' ? year : null,
    answers: useMemo(
      () => ({ ...emptyAnswers(), ...(stored as Partial<Answers> | undefined) }) as Answers,
      [stored],
    ),
    compiled: compiled ?? null,
    handChanges: useMemo(() => listOf<GivenWhy>(handChanges), [handChanges]),
    reasons: useMemo(() => listOf<GivenReason>(reasons), [reasons]),
    isPublished: saved._status === 'published',
    isReadOnly: isReadOnlyField || isInReview || !isWriter,
    locale: (i18n.language === 'en' ? 'en' : 'zh-CN') as 'en' | 'zh-CN',
    words: messages[i18n.language === 'en' ? 'en' : 'zh-CN'].websiteReports.editor,
    change,
    setAnswer,
  };
}

export type WebsiteFormState = ReturnType<typeof useWebsiteForm>;

/** Asks an endpoint of website reports. A reason is in the language of the admin, null without an answer. */
export function useAsk() {
  const { config } = useConfig();
  const { i18n } = useTranslation();
  const base = `${config.routes.api}/website-reports`;
  const { language } = i18n;
  return useCallback(
    async <T>(path: string, body: object, signal?: AbortSignal) => {
      const response = await fetch(`${base}${path}`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      }).catch(() => null);
      const answer = await response?.json().catch(() => null);
      return response?.ok && answer !== null
        ? { ok: true as const, body: answer as T }
        : { ok: false as const, reason: (answer?.errors?.[0]?.message ?? null) as string | null };
    },
    [base, language],
  );
}

const useValue = (path: string): unknown => useFormFields(([fields]) => fields[path]?.value);

const listOf = <Entry>(value: unknown): Entry[] => (Array.isArray(value) ? value : []);
