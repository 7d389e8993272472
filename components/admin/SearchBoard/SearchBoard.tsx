import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { canKeepSearch, looksAtSearches } from '@/access/roles';
import { PERIODS, QUESTION_LISTS, questionList } from '@/domain/searches/question-lists';
import { addDays, dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { flushCounts } from '@/queries/search-counts';
import { readQuestions, readTotals, SHOWN_FROM } from '@/queries/stored-counts';
import { boardAddress, readBoardAddress, type BoardAddress } from './board-address';
import { Questions } from './Questions';
import styles from './SearchBoard.module.css';

const PER_PAGE = 50;

/** 检索统计: what people look for, what they don't find, and what they find and leave. */
export async function SearchBoard(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].searches;
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={initPageResult.locale}
      params={params}
      payload={req.payload}
      permissions={initPageResult.permissions}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <main className={styles.board}>
        <h1>{words.title}</h1>
        {(await looksAtSearches({ req })) ? (
          <Content req={req} address={readBoardAddress(searchParams)} locale={locale} />
        ) : (
          <p>{words.notAllowed}</p>
        )}
      </main>
    </DefaultTemplate>
  );
}

type ContentProps = { req: PayloadRequest; address: BoardAddress; locale: 'zh-CN' | 'en' };

async function Content({ req, address, locale }: ContentProps) {
  const words = messages[locale].searches;
  const { list, days, page } = address;
  // What was asked a moment ago counts too.
  await flushCounts();
  const since = addDays(dayOf(new Date()), 1 - days);
  const [questions, totals] = await Promise.all([
    readQuestions(req.payload, since),
    readTotals(req.payload, since),
  ]);
  const all = questionList(list, questions);
  const shown = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const number = new Intl.NumberFormat(locale);
  const facts = [
    [words.facts.asked, number.format(totals.asked)],
    [words.facts.empty, `${number.format(totals.empty)}${shareOf(totals.empty, totals.asked)}`],
    [words.facts.opened, number.format(totals.opened)],
  ];
  const pages = Math.ceil(all.length / PER_PAGE);
  return (
    <>
      <p className={styles.lead}>{words.lead.replace('{least}', String(SHOWN_FROM))}</p>
      <nav aria-label={words.period} className={styles.choices}>
        {PERIODS.map((period) => (
          <a
            key={period}
            href={boardAddress({ list, days: period, page: 1 })}
            aria-current={period === days ? 'page' : undefined}
          >
            {words.periods[period]}
          </a>
        ))}
      </nav>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label={words.list} className={styles.tabs}>
        {QUESTION_LISTS.map((name) => (
          <a
            key={name}
            href={boardAddress({ list: name, days, page: 1 })}
            aria-current={name === list ? 'page' : undefined}
          >
            {words.lists[name].title}
          </a>
        ))}
      </nav>
      <p className={styles.lead}>{words.lists[list].lead}</p>
      {shown.length > 0 ? (
        <Questions
          questions={shown}
          caption={words.lists[list].title}
          canKeep={Boolean(await canKeepSearch({ req }))}
          locale={locale}
        />
      ) : (
        <p className={styles.nothing}>{words.lists[list].nothing}</p>
      )}
      {pages > 1 && (
        <nav aria-label={words.pages} className={styles.choices}>
          {page > 1 && <a href={boardAddress({ list, days, page: page - 1 })}>{words.previous}</a>}
          <span>
            {words.page.replace('{page}', String(page)).replace('{pages}', String(pages))}
          </span>
          {page < pages && <a href={boardAddress({ list, days, page: page + 1 })}>{words.next}</a>}
        </nav>
      )}
      <p className={styles.note}>{words.note}</p>
    </>
  );

  function shareOf(part: number, whole: number): string {
    if (whole === 0) return '';
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    return words.share.replace('{share}', share.format(part / whole));
  }
}
