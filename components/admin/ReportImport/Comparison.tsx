import { useRef, useState } from 'react';
import { partsOf } from '@/domain/annual-reports/report-paper';
import type { CellState, Preview } from '@/transfer/import/annual-report/preview';
import { Findings } from './Findings';
import { FormTables } from './FormTables';
import { put, type ImportWords } from './import-words';
import styles from './ReportImport.module.css';
import { SourceView } from './SourceView';

type Props = { report: Preview; words: ImportWords };

/** Which cells are marked: some of the form, and one place of the source. */
export type Marked = { cells: readonly string[]; at?: string };

const STATES: CellState[] = ['read', 'guessed', 'unread', 'blank'];

/** The file on the left, what was read of it on the right; a cell of one marks that of the other. */
export function Comparison({ report, words }: Props) {
  const [marked, setMarked] = useState<Marked>({ cells: [] });
  const whole = useRef<HTMLDivElement>(null);
  const cells = Object.entries(report.cells);

  const show = (mark: Marked, side?: 'form' | 'source') => {
    setMarked(mark);
    for (const [own, key] of [
      ['source', mark.at],
      ['form', mark.cells[0]],
    ] as const) {
      if (key === undefined) continue;
      const place = whole.current?.querySelector<HTMLElement>(
        `[data-side="${own}"] [data-key="${CSS.escape(key)}"]`,
      );
      if (own === side) place?.focus();
      place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };
  const ofCell = (key: string): Marked => ({ cells: [key], at: report.cells[key]?.at });
  const ofPlace = (at: string): Marked => ({
    at,
    cells: cells.flatMap(([key, cell]) => (cell.at === at ? [key] : [])),
  });

  if (!report.isRead) return <Findings report={report} words={words} onShow={show} />;
  return (
    <div ref={whole}>
      <h2>{words.compare}</h2>
      <p className={styles.hint}>{words.formHint}</p>
      <p>
        {put(
          words.counts,
          Object.fromEntries(
            STATES.map((state) => [state, cells.filter(([, cell]) => cell.state === state).length]),
          ),
        )}
      </p>
      <Legend words={words} />
      <Findings report={report} words={words} onShow={show} />
      <div className={styles.sides}>
        <section className={styles.side} data-side="source" aria-label={words.source}>
          <h3>{words.source}</h3>
          <SourceView
            report={report}
            marked={marked}
            words={words}
            onMark={(at) => show(ofPlace(at))}
            onGo={(at) => show(ofPlace(at), 'form')}
          />
        </section>
        <section className={styles.side} data-side="form" aria-label={words.form}>
          <h3>{words.form}</h3>
          {report.layout && (
            <FormTables
              layout={report.layout}
              cells={report.cells}
              marked={marked}
              words={words}
              onMark={(key) => show(ofCell(key))}
              onGo={(key) => show(ofCell(key), 'source')}
            />
          )}
          <Narrative report={report} words={words} />
        </section>
      </div>
    </div>
  );
}

function Legend({ words }: { words: ImportWords }) {
  return (
    <ul className={styles.legend}>
      {STATES.map((state) => (
        <li key={state}>
          <span className={styles.swatch} data-state={state} aria-hidden="true">
            {state === 'read' || state === 'guessed' ? '12' : ''}
          </span>
          {words.legend[state]}
        </li>
      ))}
    </ul>
  );
}

function Narrative({ report, words }: Props) {
  const headings = new Map<string, string>(
    report.layout
      ? partsOf(report.layout).map(({ code, heading }) => [code, heading] as const)
      : [],
  );
  return (
    <>
      <h4>{words.parts}</h4>
      {report.narrative.map(({ part, paragraphs }) => (
        <details key={part} className={styles.part}>
          <summary>
            {headings.get(part) ?? (part === 'preface' ? words.preface : part)}
            {'　'}
            <span className={styles.hint}>
              {put(words.paragraphs, { count: paragraphs.length })}
            </span>
          </summary>
          {paragraphs.length === 0 && <p>{words.nothing}</p>}
          {paragraphs.map((text, i) => (
            <p key={i}>{text}</p>
          ))}
        </details>
      ))}
    </>
  );
}
