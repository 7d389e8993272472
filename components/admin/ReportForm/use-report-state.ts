'use client';

import { useAuth, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { useCallback } from 'react';
import type { Review } from '@/domain/review/review';

/** What the server has of a report that is compiled, changed by hand and reviewed. */
type Saved = {
  review?: Partial<Review>;
  _status?: string;
  handChanges?: unknown;
  reasons?: unknown;
};

/** Where a report stands, who may write in it, and how several of its fields are changed in one step. */
export function useReportState<Changes extends object>() {
  const { id, savedDocumentData } = useDocumentInfo();
  const { user } = useAuth();
  const { dispatchFields, getFields, setModified } = useForm();
  const saved = (savedDocumentData ?? {}) as Saved;
  const roles = (user?.roles as string[] | undefined) ?? [];
  const state = saved.review?.state ?? 'draft';
  const year = useValue('year');

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

  return {
    id,
    saved,
    agency: useValue('agency'),
    year: typeof year === 'number' ? year : null,
    isPublished: saved._status === 'published',
    isWriter: roles.includes('editor') || roles.includes('administrator'),
    isInReview: saved._status !== 'published' && state !== 'draft' && state !== 'returned',
    change,
    getFields,
  };
}

/** A field of the report as it stands in the form. */
export const useValue = (path: string): unknown => useFormFields(([fields]) => fields[path]?.value);

/** Entries out of a stored value; what is none is left out. */
export const listOf = <Entry>(stored: unknown): Entry[] =>
  Array.isArray(stored)
    ? stored.filter((each): each is Entry => typeof each === 'object' && each !== null)
    : [];
