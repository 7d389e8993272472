'use client';

import { Button, useConfig, useTranslation } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import en from '@/messages/en/reportBoard.json';
import zh from '@/messages/zh-CN/reportBoard.json';
import styles from './ReportBoard.module.css';

type Props = {
  year: number;
  agencies: (number | string)[];
  label: string;
  /** Said to a screen reader instead of the label, which is the same in every line. */
  name?: string;
};

/** Reminds agencies of their report by mail, and says what came of it. */
export function Remind({ year, agencies, label, name }: Props) {
  const { i18n } = useTranslation();
  const { config } = useConfig();
  const router = useRouter();
  const [told, setTold] = useState('');
  const [isAsking, setAsking] = useState(false);
  const words = (i18n.language === 'en' ? en : zh).remind;
  const ask = async () => {
    setAsking(true);
    try {
      const response = await fetch(`${config.routes.api}/report-reminders/remind`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
        body: JSON.stringify({ year, agencies }),
      });
      const { message, errors } = (await response.json()) as {
        message?: string;
        errors?: { message: string }[];
      };
      setTold(message ?? errors?.[0]?.message ?? words.failed);
      router.refresh();
    } catch {
      setTold(words.failed);
    } finally {
      setAsking(false);
    }
  };
  return (
    <div className={styles.remind}>
      <Button
        buttonStyle="secondary"
        size="small"
        margin={false}
        disabled={isAsking}
        onClick={() => void ask()}
        aria-label={name}
      >
        {isAsking ? words.asking : label}
      </Button>
      <span role="status">{told}</span>
    </div>
  );
}
