'use client';

import { Button, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import en from '@/messages/en/mail.json';
import zh from '@/messages/zh-CN/mail.json';

/** Beside a mail that did not go out: sends it again. */
export function RetryMail() {
  const { i18n } = useTranslation();
  const { config } = useConfig();
  const { id } = useDocumentInfo();
  const state = useFormFields(([fields]) => fields.state?.value);
  const [told, setTold] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const words = (i18n.language === 'en' ? en : zh).office;
  if (state !== 'failed' && state !== 'bounced' && state !== 'skipped') return null;
  const ask = async () => {
    setAsking(true);
    try {
      const response = await fetch(`${config.routes.api}/mails/${id}/retry`, {
        method: 'POST',
        headers: { 'Accept-Language': i18n.language },
      });
      const { message, errors } = (await response.json()) as {
        message?: string;
        errors?: { message: string }[];
      };
      setTold(message ?? errors?.[0]?.message ?? words.notRetried);
    } catch {
      setTold(words.notRetried);
    } finally {
      setAsking(false);
    }
  };
  return (
    <div>
      <Button buttonStyle="secondary" disabled={isAsking} onClick={() => void ask()}>
        {isAsking ? words.retrying : words.retry}
      </Button>
      <p role="status">{told}</p>
    </div>
  );
}
