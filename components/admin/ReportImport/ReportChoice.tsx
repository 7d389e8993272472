import { useConfig } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { layouts } from '@/domain/annual-reports/years';
import type { AgencyChoice } from './ImportForm';
import { put, type ImportWords } from './import-words';
import styles from './ReportImport.module.css';
import { useStanding, type Id, type ReadFile } from './use-import';

export type Choice = { agency: Id | null; year: number | null; replace: boolean };

type Props = {
  report: ReadFile;
  agencies: AgencyChoice[];
  thisYear: number;
  isBusy: boolean;
  words: ImportWords;
  onSave: (choice: Choice) => Promise<void>;
};

const FIRST_YEAR = layouts['2019'].source.from;

/** Whose report it is and for which year, as recognised; and the button that keeps it. */
export function ReportChoice({ report, agencies, thisYear, isBusy, words, onSave }: Props) {
  const { config } = useConfig();
  const id = useId();
  const known = agencies.find((one) => String(one.id) === String(report.agencyId));
  const isYear = report.year !== null && report.year >= FIRST_YEAR && report.year <= thisYear;
  const [agency, setAgency] = useState<Id | null>(known?.id ?? null);
  const [year, setYear] = useState<number | null>(isYear ? report.year : null);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const { standing, text } = useStanding(agency, year, words);
  const isBlocked = standing?.kind === 'inReview' || standing?.kind === 'published';
  const needsConfirming = standing?.kind === 'draft' && !isConfirmed;
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => thisYear - back);

  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({ agency, year, replace: standing?.kind === 'draft' && isConfirmed });
      }}
    >
      <dl className={styles.facts}>
        <dt>{words.reportTitle}</dt>
        <dd>{report.title ?? words.noTitle}</dd>
        <dt>{words.layout}</dt>
        <dd>{report.layout ? layouts[report.layout].source.number : words.noTitle}</dd>
      </dl>
      <div className={styles.fields}>
        <div>
          <label htmlFor={`${id}-agency`}>{words.agency}</label>
          <select
            id={`${id}-agency`}
            required
            value={agency === null ? '' : String(agency)}
            aria-describedby={`${id}-agency-hint`}
            onChange={({ target }) => {
              setIsConfirmed(false);
              setAgency(agencies.find((one) => String(one.id) === target.value)?.id ?? null);
            }}
          >
            <option value="">{words.pick}</option>
            {agencies.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <p id={`${id}-agency-hint`} className={styles.hint}>
            {report.agency === null
              ? words.agencyNone
              : put(known ? words.agencyRead : words.agencyUnknown, { name: report.agency })}
          </p>
        </div>
        <div>
          <label htmlFor={`${id}-year`}>{words.year}</label>
          <select
            id={`${id}-year`}
            required
            value={year ?? ''}
            aria-describedby={`${id}-year-hint`}
            onChange={({ target }) => {
              setIsConfirmed(false);
              setYear(target.value === '' ? null : Number(target.value));
            }}
          >
            <option value="">{words.pick}</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
          <p id={`${id}-year-hint`} className={styles.hint}>
            {report.year === null ? words.yearNone : put(words.yearRead, { year: report.year })}
          </p>
        </div>
      </div>
      <p role="status" className={styles.standing} data-blocked={isBlocked || undefined}>
        {text}{' '}
        {standing?.id !== undefined && (
          <a href={`${config.routes.admin}/collections/annual-reports/${standing.id}`}>
            {words.standing.open}
          </a>
        )}
      </p>
      {standing?.kind === 'draft' && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={isConfirmed}
            onChange={({ target }) => setIsConfirmed(target.checked)}
          />
          {words.confirm}
        </label>
      )}
      <button
        type="submit"
        className={styles.primary}
        disabled={isBusy || isBlocked || needsConfirming}
      >
        {words.save}
      </button>
    </form>
  );
}
