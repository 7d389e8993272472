'use client';

import { useDocumentInfo, useField, useFormInitializing } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import cases from '@/messages/zh-CN/cases.json';

/** A file begun from a case for a purpose (`/create?purpose=…`) has it chosen already. Shows nothing. */
export function AskedPurpose() {
  const asked = useSearchParams().get('purpose') ?? '';
  const { id } = useDocumentInfo();
  const { setValue } = useField<string>({ path: 'purpose' });
  const isInitializing = useFormInitializing();
  const isDone = useRef(false);
  useEffect(() => {
    // The form begins with its own values: what is chosen before that is lost, and the file unchecked.
    if (isInitializing) return;
    if (id || isDone.current || !Object.hasOwn(cases.purposes, asked)) return;
    isDone.current = true;
    setValue(asked);
  }, [asked, id, isInitializing, setValue]);
  return null;
}
