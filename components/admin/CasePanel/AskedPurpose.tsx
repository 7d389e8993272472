'use client';

import { useDocumentInfo, useField } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import cases from '@/messages/zh-CN/cases.json';

/** A file begun from a case for a purpose (`/create?purpose=…`) has it chosen already. Shows nothing. */
export function AskedPurpose() {
  const asked = useSearchParams().get('purpose') ?? '';
  const { id } = useDocumentInfo();
  const { setValue } = useField<string>({ path: 'purpose' });
  const isDone = useRef(false);
  useEffect(() => {
    if (id || isDone.current || !Object.hasOwn(cases.purposes, asked)) return;
    isDone.current = true;
    setValue(asked);
  }, [asked, id, setValue]);
  return null;
}
