'use client';

import { useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import styles from '@/components/admin/CasePanel/CasePanel.module.css';
import { QueryCode } from '@/components/admin/CasePanel/QueryCode';
import { useCaseAddress } from '@/components/admin/CasePanel/use-desk-case';
import { formatDate } from '@/components/DateText/format-date';
import type { LetterDesk } from '@/collections/Letters/desk-letter';
import { UndeliveredMails } from '@/components/admin/UndeliveredMails/UndeliveredMails';
import { LetterAction } from './LetterAction';
import { LetterIntake } from './LetterIntake';
import { LetterRecord } from './LetterRecord';
import { PublishLetter } from './PublishLetter';
import { letterWordsIn, put, statusName, type LetterWords } from './letter-words';

/** Above a letter: where it stands and why, what this person may do now, and what was done. */
export function LetterPanel() {
  const { i18n } = useTranslation();
  const { id, savedDocumentData } = useDocumentInfo();
  const words = letterWordsIn(i18n.language);
  if (!id) return <LetterIntake words={words} />;
  const { updatedAt } = (savedDocumentData ?? {}) as { updatedAt?: string };
  return <OpenLetter id={id} changedAt={updatedAt} words={words} />;
}

type Props = { id: number | string; changedAt: unknown; words: LetterWords };

function OpenLetter({ id, changedAt, words }: Props) {
  const { said, locale } = words;
  const { desk, failure, reload } = useLetterDesk(id, changedAt);
  const isModified = useFormModified();
  const router = useRouter();
  const [open, setOpen] = useState<LetterDesk['actions'][number] | null>(null);
  const [status, setStatus] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  if (!desk) {
    return (
      <section className={styles.panel} aria-label={said.panel.title}>
        <p className={failure ? styles.problem : styles.hint} role={failure ? 'alert' : undefined}>
          {failure ?? said.panel.loading}
        </p>
      </section>
    );
  }

  async function done(action: keyof typeof said.actions) {
    const now = await reload();
    setOpen(null);
    if (now) {
      const values = { action: said.actions[action], status: statusName(now.status, locale) };
      setStatus(put(said.panel.done, values));
    }
    // What was typed into the form and not saved stays; a save takes nothing back of the step.
    if (!isModified) router.refresh();
    heading.current?.focus({ preventScroll: true });
  }

  return (
    <section className={styles.panel} aria-label={said.panel.title}>
      <h2 ref={heading} tabIndex={-1} className={styles.status}>
        {statusName(desk.status, locale)}
      </h2>
      <Due desk={desk} words={words} />
      <p className={styles.said} role="status">
        {status}
      </p>
      <UndeliveredMails about="letter" id={id} changedAt={changedAt} />
      {desk.isOwnDraft && <p className={styles.hint}>{said.panel.ownDraft}</p>}
      {desk.actions.length === 0 && <p className={styles.hint}>{said.panel.none}</p>}
      <div className={styles.actions}>
        {desk.actions.map((offer) => (
          <button
            key={offer.action}
            type="button"
            className={styles.action}
            aria-expanded={open?.action === offer.action}
            onClick={() => {
              setOpen(open?.action === offer.action ? null : offer);
              setStatus('');
            }}
          >
            {said.actions[offer.action]}
          </button>
        ))}
      </div>
      {open && (
        <LetterAction
          key={open.action}
          id={id}
          offer={open}
          desk={desk}
          words={words}
          onReload={reload}
          onClose={() => setOpen(null)}
          onDone={() => done(open.action)}
        />
      )}
      {desk.query && (
        <QueryCode
          id={id}
          collection="letters"
          revision={desk.revision}
          hasCode={desk.query.hasCode}
          slip={desk.query.slip}
          said={said.queryCode}
          slipWords={words.slip}
          failed={said.panel.failed}
          onIssued={reload}
        />
      )}
      {desk.reply && (
        <section className={styles.part} aria-label={said.panel.reply}>
          <h3 className={styles.heading}>{said.panel.reply}</h3>
          <pre className={styles.letter} tabIndex={0}>
            {desk.reply}
          </pre>
        </section>
      )}
      <PublishLetter id={id} desk={desk} words={words} />
      <LetterRecord id={id} desk={desk} words={words} />
    </section>
  );
}

function Due({ desk, words }: { desk: LetterDesk; words: LetterWords }) {
  const { said, locale } = words;
  const { dueOn, closedOn, daysLeft, isLate, routeBy, why } = desk;
  if (closedOn) {
    return (
      <p className={styles.due} data-late={isLate || undefined}>
        {put(said.panel.closed, { day: formatDate(closedOn, locale) })} ·{' '}
        {isLate ? said.panel.late : said.panel.onTime}
      </p>
    );
  }
  if (!dueOn || daysLeft === null) return null;
  const left =
    daysLeft < 0 ? said.panel.overdue : daysLeft === 0 ? said.panel.today : said.panel.left;
  return (
    <>
      <p className={styles.due} data-late={isLate || undefined}>
        {put(said.panel.dueOn, { day: formatDate(dueOn, locale) })} ·{' '}
        {put(left, { days: String(Math.abs(daysLeft)) })}
      </p>
      {routeBy && (
        <p className={styles.hint}>
          {put(said.panel.routeBy, { day: formatDate(routeBy, locale) })}
        </p>
      )}
      {why && <p className={styles.rule}>{why}</p>}
    </>
  );
}

/** Where a letter stands; read again when `changedAt` changes, and whenever `reload` is called. */
function useLetterDesk(id: number | string, changedAt: unknown) {
  const { ask } = useCaseAddress(id, 'letters');
  const [desk, setDesk] = useState<LetterDesk | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const take = useCallback((answer: Awaited<ReturnType<typeof ask<LetterDesk>>>) => {
    if (answer.ok) setDesk(answer.body);
    setFailure(answer.ok ? null : (answer.reason ?? '-'));
    return answer.ok ? answer.body : null;
  }, []);
  const reload = useCallback(async () => take(await ask<LetterDesk>('/desk')), [ask, take]);
  useEffect(() => {
    let isHere = true;
    void ask<LetterDesk>('/desk').then((answer) => {
      if (isHere) take(answer);
    });
    return () => {
      isHere = false;
    };
  }, [ask, take, changedAt]);
  return { desk, failure, reload };
}
