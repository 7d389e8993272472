'use client';

import { useConfig } from '@payloadcms/ui';
import type { DeskCase } from '@/collections/Applications/desk-case';
import { takesRelease } from '@/domain/applications/statuses';
import styles from './CasePanel.module.css';
import { put, type Words } from './panel-words';

type Props = { id: number | string; desk: DeskCase; words: Words };

/** What was asked of others, what belongs to the case, and who did what when and why. */
export function Record(props: Props) {
  return (
    <>
      <Inquiries {...props} />
      <Files {...props} />
      <History {...props} />
    </>
  );
}

function Inquiries({ desk, words }: Props) {
  const { panel } = words.desk;
  if (desk.consultations.length === 0) return null;
  return (
    <section aria-label={panel.inquiries} className={styles.part}>
      <h3 className={styles.heading}>{panel.inquiries}</h3>
      <ul className={styles.list}>
        {desk.consultations.map(({ number, of, askedOn, dueOn, answeredOn, outcome }) => (
          <li key={number}>
            {put(panel.consultation, {
              number,
              of: words.cases.consultations.of[of],
              asked: words.day(askedOn),
              due: words.day(dueOn),
            })}
            <br />
            <strong data-late={(!answeredOn && dueOn < desk.start.today) || undefined}>
              {answeredOn && outcome
                ? put(panel.answered, {
                    day: words.day(answeredOn),
                    outcome: words.cases.consultations.outcomes[outcome],
                  })
                : dueOn < desk.start.today
                  ? panel.silent
                  : panel.waiting}
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

const PURPOSES = ['supplement', 'opinion', 'original', 'released', 'other'] as const;

function Files({ id, desk, words }: Props) {
  const { panel } = words.desk;
  const { config } = useConfig();
  const address = `${config.routes.admin}/collections/case-files`;
  return (
    <section aria-label={panel.files} className={styles.part}>
      <h3 className={styles.heading}>{panel.files}</h3>
      {desk.files.length === 0 && <p className={styles.hint}>{panel.noFiles}</p>}
      <ul className={styles.list}>
        {desk.files.map((file) => (
          <li key={file.id}>
            <a href={`${address}/${file.id}`}>{file.title}</a>{' '}
            <span className={styles.tag}>{words.cases.purposes[file.purpose]}</span>
          </li>
        ))}
      </ul>
      {desk.isOfficer && (
        <p className={styles.links}>
          {PURPOSES.filter((purpose) => purpose !== 'released' || takesRelease(desk.status)).map(
            (purpose) => (
              <a key={purpose} href={`${address}/create?application=${id}&purpose=${purpose}`}>
                {put(panel.addFile, { purpose: words.cases.purposes[purpose] })}
              </a>
            ),
          )}
        </p>
      )}
    </section>
  );
}

function History({ desk, words }: Props) {
  const { panel } = words.desk;
  return (
    <section aria-label={panel.history} className={styles.part}>
      <h3 className={styles.heading}>{panel.history}</h3>
      <ol className={styles.list} reversed>
        {[...desk.history].reverse().map((entry, i) => (
          <li key={`${entry.at}${i}`}>
            <strong>{words.cases.actions[entry.action]}</strong>{' '}
            <time dateTime={entry.on}>{words.day(entry.on)}</time>
            <span className={styles.tag}>{words.statuses[entry.status]}</span>
            {entry.amended && (
              <span className={styles.tag}>{words.cases.items[entry.amended.item]}</span>
            )}
            {entry.lateReason && <span className={styles.tag}>{panel.lateEntry}</span>}
            <br />
            <span className={styles.note}>
              {put(panel.historyLine, {
                by: [words.cases.actors[entry.role], entry.by].filter(Boolean).join(' '),
                at: words.time(entry.at),
              })}
            </span>
            {entry.lateReason && (
              <q className={styles.quote}>{put(panel.lateBecause, { reason: entry.lateReason })}</q>
            )}
            {entry.remedyWords && (
              <span className={styles.note}>
                <br />
                {put(panel.remedySaid, { words: entry.remedyWords.join('、') })}
              </span>
            )}
            {entry.reason && <q className={styles.quote}>{entry.reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
