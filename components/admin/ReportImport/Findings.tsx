import type { Preview, PreviewFinding } from '@/transfer/import/annual-report/preview';
import type { Marked } from './Comparison';
import { put, type ImportWords } from './import-words';
import styles from './ReportImport.module.css';

type Props = {
  report: Preview;
  words: ImportWords;
  onShow: (mark: Marked, side?: 'form' | 'source') => void;
};

/** The gravest first. */
const ORDER = [
  'refused',
  'broken',
  'unread',
  'flagged',
  'guessed',
  'open',
  'blank',
  'note',
] as const;
/** Good to know, and not in the way of those who have something to do. */
const FOLDED: ReadonlySet<string> = new Set(['open', 'blank', 'note']);
/** So many of one kind lie open; the others are folded with their number. */
const MOST_OPEN = 8;

/** What the reader has to say, with the way to the place. */
export function Findings({ report, words, onShow }: Props) {
  const groups = ORDER.map((severity) => ({
    severity,
    own: report.findings.filter((finding) => finding.severity === severity),
  })).filter(({ own }) => own.length > 0);
  return (
    <section className={styles.findings} aria-label={words.findings}>
      <h3>{words.findings}</h3>
      {groups.length === 0 && <p>{words.noFindings}</p>}
      {groups.map(({ severity, own }) => (
        <details
          key={severity}
          open={!FOLDED.has(severity) && own.length <= MOST_OPEN}
          data-severity={severity}
        >
          <summary>
            {words.severities[severity]} <span className={styles.count}>{own.length}</span>
          </summary>
          <ul>
            {own.map((finding, i) => (
              <li key={i}>
                {finding.text}
                {hasPlace(finding, report) && (
                  <>
                    {' '}
                    <button
                      type="button"
                      className={styles.show}
                      aria-label={put('{show}：{text}', { show: words.show, text: finding.text })}
                      onClick={() =>
                        onShow(
                          {
                            cells: finding.cells,
                            at: finding.at ?? report.cells[finding.cells[0] ?? '']?.at,
                          },
                          finding.cells.length > 0 ? 'form' : 'source',
                        )
                      }
                    >
                      {words.show}
                    </button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

const hasPlace = ({ at, cells }: PreviewFinding, report: Preview): boolean =>
  cells.some((key) => report.cells[key]) || (at !== undefined && report.source.length > 0);
