'use client';

import { useConfig, useTranslation } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import styles from '@/components/admin/CasePanel/CasePanel.module.css';
import { isLetterMailKind } from '@/domain/letters/mails';
import enLetters from '@/messages/en/lettersOffice.json';
import enMail from '@/messages/en/mail.json';
import enReturned from '@/messages/en/returned.json';
import zhLetters from '@/messages/zh-CN/lettersOffice.json';
import zhMail from '@/messages/zh-CN/mail.json';
import zhReturned from '@/messages/zh-CN/returned.json';
import type { Mail } from '@/payload-types';

type Undelivered = Pick<Mail, 'id' | 'kind' | 'error'>;

/** In a case: the notices that did not reach the person, so that somebody telephones; nothing where all arrived. */
export function UndeliveredMails({
  about,
  id,
  changedAt,
}: {
  about: 'application' | 'letter';
  id: number | string;
  changedAt: unknown;
}) {
  const { i18n } = useTranslation();
  const { config } = useConfig();
  const [mails, setMails] = useState<Undelivered[]>([]);
  const address = `${config.routes.api}/mails?${new URLSearchParams({
    [`where[${about}][equals]`]: String(id),
    'where[state][in]': 'failed,bounced',
    depth: '0',
    limit: '20',
    sort: '-updatedAt',
  })}`;
  useEffect(() => {
    let isHere = true;
    void fetch(address, { credentials: 'include' })
      .then((response) => (response.ok ? response.json() : null))
      .then((answer: { docs?: Undelivered[] } | null) => {
        if (isHere) setMails(answer?.docs ?? []);
      })
      // Who is offline reads so in the panel itself.
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [address, changedAt]);
  if (mails.length === 0) return null;
  const isEnglish = i18n.language === 'en';
  const { panel } = isEnglish ? enReturned : zhReturned;
  return (
    <section className={styles.part} aria-label={panel.title}>
      <h3 className={styles.heading}>{panel.title}</h3>
      <p className={styles.problem}>{panel.lead}</p>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <a href={`${config.routes.admin}/collections/mails/${mail.id}`}>
              {subjectOf(mail.kind, isEnglish)}
            </a>
            {mail.error && <span className={styles.hint}> {mail.error}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const subjectOf = (kind: Mail['kind'], isEnglish: boolean): string =>
  isLetterMailKind(kind)
    ? (isEnglish ? enLetters : zhLetters).mail.kinds[kind].subject
    : (isEnglish ? enMail : zhMail).kinds[kind].subject;
