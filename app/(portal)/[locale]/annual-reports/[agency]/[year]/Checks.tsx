import { useLocale, useMessages, useTranslations } from 'next-intl';
import { Fold } from '@/components/Fold/Fold';
import type { Finding } from '@/domain/annual-reports/check';
import { wordFindings } from '@/domain/annual-reports/describe';
import type { LayoutCode } from '@/domain/annual-reports/tables';
import type { CheckedRule, Checks as Result } from './checked-sums';
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
  const locale = useLocale();
  const words = useMessages().reportFindings;
  return wordFindings(code, findings, [], { locale, words }).map(({ text }) => text);
}
