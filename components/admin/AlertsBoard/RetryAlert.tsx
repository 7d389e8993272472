'use client';

import { Button, useConfig, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import { useHydrated } from '@/components/use-hydrated';
import en from '@/messages/en/subscriptions.json';
import zh from '@/messages/zh-CN/subscriptions.json';

/** Beside a mail that was not delivered: sends it again. */
export function RetryAlert({ id, name }: { id: string; name: string }) {
  const { i18n } = useTranslation();
  const { config } = useConfig();
  const isReady = useHydrated();
  const [told, setTold] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const words = (i18n.language === 'en' ? en : zh).office;
  const ask = async () => {
    setAsking(true);
    try {
      const response = await fetch(`${config.routes.api}/alert-mails/${id}/retry`, {
        method: 'POST',
        headers: { 'Accept-Language': i18n.language },
      });
      setTold(response.ok ? words.retried : words.notRetried);
    } catch {
      setTold(words.notRetried);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <Button
        buttonStyle="secondary"
        size="small"
        disabled={isAsking || !isReady}
        aria-label={`${words.retry} ${name}`}
        onClick={() => void ask()}
      >
        {words.retry}
      </Button>
      <span role="status">{told}</span>
    </>
  );
}
