'use client';

import { useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { ActionCode } from '@/domain/applications/actions';
import { ActionForm } from './ActionForm';
import { Alike } from './Alike';
import styles from './CasePanel.module.css';
import { Intake } from './Intake';
import { Letters } from './Letters';
import { put, wordsIn } from './panel-words';
import { UndeliveredMails } from '@/components/admin/UndeliveredMails/UndeliveredMails';
import { PublishDraft } from './PublishDraft';
import { QueryCode } from './QueryCode';
import { Record } from './Record';
import { Standing } from './Standing';
import { useDeskCase } from './use-desk-case';

/** Above an application: where it stands and why, what this person may do now, and what was done. */
export function CasePanel() {
  const { i18n } = useTranslation();
  const { id, savedDocumentData } = useDocumentInfo();
  const words = wordsIn(i18n.language);
  if (!id) return <Intake words={words} />;
  const { updatedAt } = (savedDocumentData ?? {}) as { updatedAt?: string };
  return <OpenCase id={id} changedAt={updatedAt} language={i18n.language} />;
}

function OpenCase({
  id,
  changedAt,
  language,
}: {
  id: number | string;
  changedAt: unknown;
  language: string;
}) {
  const words = wordsIn(language);
  const { panel } = words.desk;
  const { desk, failure, reload } = useDeskCase(id, changedAt);
  const isModified = useFormModified();
  const router = useRouter();
  const [open, setOpen] = useState<ActionCode | null>(null);
  const [status, setStatus] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);

  if (!desk) {
    return (
      <section className={styles.panel} aria-label={panel.heading}>
        {failure ? (
          <p className={styles.problem} role="alert">
            {put(panel.failed, { reason: failure.reason ?? panel.offline })}{' '}
            <button type="button" className={styles.plain} onClick={() => void reload()}>
              {panel.again}
            </button>
          </p>
        ) : (
          <p className={styles.hint}>{panel.loading}</p>
        )}
      </section>
    );
  }

  async function refresh(said: (now: NonNullable<typeof desk>) => string) {
    const now = await reload();
    setOpen(null);
    if (now) setStatus(said(now));
    // What was typed into the form and not saved stays; a save takes nothing back of the step.
    if (!isModified) router.refresh();
    heading.current?.focus({ preventScroll: true });
  }

  // A form stays open for what was typed in it although a colleague was faster.
  const shown = open && !desk.actions.includes(open) ? [...desk.actions, open] : desk.actions;
  return (
    <section className={styles.panel} aria-label={panel.heading}>
      <Standing desk={desk} words={words} headingRef={heading} />
      <p className={styles.said} role="status">
        {status}
      </p>
      <UndeliveredMails about="application" id={id} changedAt={changedAt} />
      {desk.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={panel.warningsLabel}>
          {desk.warnings.map((warning) => (
            <li key={warning}>
              {put(panel.warnings[warning], { words: desk.remedyWords.join('、') })}
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.heading}>{panel.actions}</h3>
      {shown.length === 0 && <p className={styles.hint}>{panel.noActions}</p>}
      <div className={styles.actions}>
        {shown.map((action) => (
          <button
            key={action}
            type="button"
            className={styles.action}
            aria-expanded={open === action}
            onClick={() => {
              setOpen(open === action ? null : action);
              setStatus('');
            }}
          >
            {words.cases.actions[action]}
          </button>
        ))}
      </div>
      {open && (
        <ActionForm
          key={open}
          id={id}
          action={open}
          desk={desk}
          isModified={isModified}
          words={words}
          onReload={reload}
          onClose={() => setOpen(null)}
          onDone={() =>
            refresh((now) =>
              put(panel.done, {
                action: words.cases.actions[open],
                status: words.statuses[now.status] ?? now.status,
              }),
            )
          }
        />
      )}
      {desk.isOfficer && (
        <QueryCode
          id={id}
          revision={desk.revision}
          hasCode={desk.hasQueryCode}
          slip={desk.slip}
          said={words.desk.queryCode}
          slipWords={words.desk.queryCode.slip}
          receipt={words.desk.queryCode.receipt}
          failed={panel.offline}
          onIssued={reload}
        />
      )}
      <Alike id={id} alike={desk.alike} words={words} />
      <PublishDraft id={id} desk={desk} words={words} />
      <Letters id={id} desk={desk} words={words} />
      <Record id={id} desk={desk} words={words} />
    </section>
  );
}
