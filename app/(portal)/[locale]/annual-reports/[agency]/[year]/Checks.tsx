import { useLocale, useTranslations } from 'next-intl';
import { Fold } from '@/components/Fold/Fold';
import type { Finding } from '@/domain/annual-reports/check';
import type { LayoutCode } from '@/domain/annual-reports/tables';
import { labelOf, type CheckedRule, type Checks as Result } from './checked-sums';
import styles from '../../annual-reports.module.css';

type Props = { code: LayoutCode; checks: Result; hasLastYear: boolean };

/** 勾稽关系已核对: what was compared, in one line that opens the sums. */
export function Checks({ code, checks, hasLastYear }: Props) {
  const t = useTranslations('annualReports');
  const locale = useLocale();
  const { rules } = checks;
  const total = (key: 'holds' | 'undecided' | 'broken') =>
    rules.reduce((sum, rule) => sum + rule[key], 0);
  const [holds, open, broken] = [total('holds'), total('undecided'), total('broken')];
  const summary = () => {
    if (broken > 0) return t('checks.someBroken', { broken, holds });
    return open > 0 ? t('checks.someOpen', { holds, open }) : t('checks.allHold', { count: holds });
  };
  const notes = useFindingWords(code, checks.findings);
  return (
    <div className={styles.checks}>
      <Fold summary={summary()} open={broken > 0}>
        <p>
          {t('checks.intro')}
          {locale === 'en' && ' '}
          {t(hasLastYear ? 'checks.withLastYear' : 'checks.withoutLastYear')}
        </p>
        {rules.map((rule) => (
          <CheckedLine key={rule.rule} rule={rule} />
        ))}
        <p className={styles.sums}>{t('checks.blank')}</p>
        {notes.length > 0 && (
          <div className={styles.rule}>
            <p className={styles.ruleName}>{t('checks.findings')}</p>
            <ul className={styles.findings}>
              {notes.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        )}
      </Fold>
    </div>
  );
}

function CheckedLine({ rule }: { rule: CheckedRule }) {
  const t = useTranslations('annualReports');
  const comma = useTranslations('shell')('comma');
  const counts = [
    rule.holds > 0 && t('checks.result', { holds: rule.holds }),
    rule.undecided > 0 && t('checks.resultOpen', { open: rule.undecided }),
    rule.broken > 0 && t('checks.resultBroken', { broken: rule.broken }),
  ].filter(Boolean);
  return (
    <div className={styles.rule}>
      <p>
        <span className={styles.ruleName}>{t(`rules.${rule.rule}`)}</span> {counts.join(comma)}
      </p>
      {rule.sums.map(({ place, left, right, isBroken }) => (
        <p key={place} className={styles.sums}>
          {t(isBroken ? 'checks.sumBroken' : 'checks.sum', { place, left, right })}
        </p>
      ))}
    </div>
  );
}

/** Findings as sentences; what is said of several columns alike is said once. */
function useFindingWords(code: LayoutCode, findings: readonly Finding[]): string[] {
  const t = useTranslations('annualReports');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const value = (figure: number | null) =>
    figure === null ? t('findings.blankValue') : shell('number', { value: figure });
  const blankColumns = findings.filter(({ rule }) => rule === 'blank-column');
  const others = findings.filter(({ rule }) => rule !== 'blank-column');
  const sentences = others.map(({ rule, table, row, column, left, right, parts }) => {
    const isOpen = parts.length > 0 && parts.some(({ figure }) => figure === null);
    const words = t(`findings.${rule}`, {
      table: t(`tables.${table}`),
      row: row === undefined ? '' : labelOf(code, table, 'rows', row, locale),
      column: column === undefined ? '' : labelOf(code, table, 'columns', column, locale),
      left: value(left),
      right: value(right),
    });
    return isOpen ? words + t('findings.undecided') : words;
  });
  if (blankColumns.length === 0) return sentences;
  const columns = blankColumns.map(({ table, column }) =>
    labelOf(code, table, 'columns', column ?? '', locale),
  );
  return [
    t('findings.blank-column', { columns: columns.join(locale === 'en' ? ', ' : '、') }),
    ...sentences,
  ];
}
