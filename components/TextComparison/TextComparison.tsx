import { useLocale, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { Comparison, Entry } from '../../domain/documents/compare/compare';
import type { Line } from '../../domain/documents/compare/lines';
import type { Piece } from '../../domain/documents/compare/words';
import { stretchesOf, type Stretch } from './stretches';
import styles from './TextComparison.module.css';

export type TextComparisonProps = {
  comparison: Comparison;
  /** What is compared beside the text, title and number, already word by word; the same is left out. */
  heads?: { label: string; pieces: readonly Piece[] }[];
  /** Said below the summary: files that came or went. */
  notes?: string[];
};

/**
 * What became of a text: a summary, then every change where it stands. Legible without colour: what
 * is new is underlined and what is gone struck through, a word in front says what happened, and a
 * screen reader hears 新增 and 删去.
 */
export function TextComparison({ comparison, heads = [], notes = [] }: TextComparisonProps) {
  const t = useTranslations('versions');
  const locale = useLocale();
  const changedHeads = heads.filter(({ pieces }) => pieces.some(({ change }) => change !== 'kept'));
  return (
    <div className={styles.comparison}>
      <p className={styles.summary}>
        <Summary comparison={comparison} />
      </p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className={styles.hint}>
        {t.rich('summary.hint', {
          ins: (chunks) => <ins>{chunks}</ins>,
          del: (chunks) => <del>{chunks}</del>,
        })}
      </p>
      {(changedHeads.length > 0 || !comparison.isSame) && (
        <ol className={styles.entries} lang="zh-CN">
          {changedHeads.map(({ label, pieces }) => (
            <li key={label} className={styles.entry}>
              <Tag locale={locale}>{label}</Tag>
              <p className={styles.line}>
                <Pieces pieces={pieces} />
              </p>
            </li>
          ))}
          {!comparison.isSame &&
            stretchesOf(comparison.entries).map((stretch, i) => <Part key={i} stretch={stretch} />)}
        </ol>
      )}
    </div>
  );
}

function Summary({ comparison: { summary, isSame } }: { comparison: Comparison }) {
  const t = useTranslations('versions.summary');
  if (isSame) return t('same');
  const parts = (['added', 'removed', 'changed', 'moved', 'renumbered'] as const)
    .filter((kind) => summary[kind] > 0)
    .map((kind) => t(kind, { count: summary[kind] }));
  return t('sentence', { parts: parts.join(t('comma')) });
}

function Part({ stretch }: { stretch: Stretch }) {
  const t = useTranslations('versions.entry');
  const locale = useLocale();
  if (stretch.kind === 'change') return <Change entry={stretch.entry} />;
  const { entries, isFolded } = stretch;
  const lines = entries.map((entry) => (
    <p key={entry.after.index} className={`${styles.line} ${styles.rest}`}>
      {entry.kind === 'same' ? <Text text={entry.after.text} /> : <Pieces pieces={entry.pieces} />}
    </p>
  ));
  if (!isFolded) return <li className={styles.open}>{lines}</li>;
  const numbers = entries.filter(({ kind }) => kind === 'renumbered').length;
  const words = { count: entries.length, numbers, first: startOf(entries[0]!.after) };
  return (
    <li className={styles.fold}>
      <details>
        <summary className={styles.foldSummary} lang={locale}>
          {t(numbers > 0 ? 'unchangedNumbers' : 'unchanged', words)}
        </summary>
        {lines}
      </details>
    </li>
  );
}

function Change({ entry }: { entry: Extract<Stretch, { kind: 'change' }>['entry'] }) {
  const t = useTranslations('versions.entry');
  const locale = useLocale();
  const note = noteOf(entry, t);
  return (
    <li className={styles.entry}>
      <Tag locale={locale}>{t(WAYS[entry.kind])}</Tag>
      <div>
        <p className={styles.line}>
          <Pieces pieces={piecesOf(entry)} />
        </p>
        {note && (
          <p className={styles.note} lang={locale}>
            {note}
          </p>
        )}
      </div>
    </li>
  );
}

const WAYS = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  moved: 'moved',
  'moved-away': 'movedAway',
} as const;

const Tag = ({ locale, children }: { locale: string; children: ReactNode }) => (
  <p className={styles.tag} lang={locale}>
    {children}
  </p>
);

function piecesOf(entry: Entry): readonly Piece[] {
  if ('pieces' in entry) return entry.pieces;
  return 'after' in entry
    ? [{ text: entry.after.text, change: entry.kind === 'added' ? 'added' : 'kept' }]
    : [{ text: entry.before.text, change: 'removed' }];
}

function noteOf(
  entry: Entry,
  t: ReturnType<typeof useTranslations<'versions.entry'>>,
): string | undefined {
  const place = (line: Line, other: Line) => {
    // A point's own number says nothing of where it stood; an article's does.
    const isOwn = !/^第/u.test(line.place ?? '') && line.text.startsWith(line.place ?? '');
    return line.place && line.place !== other.place && !isOwn
      ? t('under', { place: line.place })
      : t('nth', { number: line.index + 1 });
  };
  if (entry.kind === 'moved') return t('movedFrom', { place: place(entry.from, entry.after) });
  if (entry.kind === 'moved-away') return t('movedTo', { place: place(entry.to, entry.before) });
  return undefined;
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const t = useTranslations('versions.entry');
  const locale = useLocale();
  const said = (words: string) => (
    <span className={styles.said} lang={locale}>
      {words}
    </span>
  );
  return pieces.map(({ text, change }, i) => {
    if (change === 'kept') return <Text key={i} text={text} />;
    const Mark = change === 'added' ? 'ins' : 'del';
    return (
      <Mark key={i}>
        {said(t(change === 'added' ? 'addedStart' : 'removedStart'))}
        <Text text={text} />
        {said(t('end'))}
      </Mark>
    );
  });
}

/** The cells of a row are parted by a line. */
const Text = ({ text }: { text: string }) =>
  text.split('\t').map((cell, i) => (
    <Fragment key={i}>
      {i > 0 && <span className={styles.cell}> ｜ </span>}
      {cell}
    </Fragment>
  ));

const LONGEST_START = 16;

function startOf({ text }: Line): string {
  const plain = [...text.replaceAll('\t', ' ')];
  return plain.length > LONGEST_START
    ? `${plain.slice(0, LONGEST_START).join('')}…`
    : plain.join('');
}
