import type { CountySum } from '@/collections/AnnualReports/board-rows';
import { shares } from '@/domain/annual-reports/board';
import { messages } from '@/messages';
import styles from './ReportBoard.module.css';

type Props = { county: CountySum; locale: 'zh-CN' | 'en' };

/** What the county's report is the sum of: whose reports are in, and whose figures are those of the records. */
export function County({ county, locale }: Props) {
  const { county: words } = messages[locale].reportBoard;
  const comma = locale === 'en' ? ', ' : '、';
  const { compiledAt, changedSince } = county;
  return (
    <section aria-labelledby="county-sum">
      <h2 id="county-sum">{words.heading}</h2>
      <p>{words.lead}</p>
      <p>
        {compiledAt
          ? words.compiledAt.replace('{time}', timeOf(compiledAt, locale))
          : words.notCompiled}
        {changedSince.length > 0 && (
          <strong> {words.changedSince.replace('{names}', changedSince.join(comma))}</strong>
        )}
      </p>
      <dl className={styles.shares}>
        {shares.map((share) => {
          const names = county.shares[share];
          return (
            <div key={share}>
              <dt>{words[share]}</dt>
              <dd>
                <strong>{words.count.replace('{count}', String(names.length))}</strong>
                {names.length > 0 && <span>{names.join(comma)}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

const timeOf = (instant: string, locale: Props['locale']): string =>
  new Date(instant).toLocaleString(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  });
