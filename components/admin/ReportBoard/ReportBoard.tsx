import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import {
  readBoard,
  readBoardAsked,
  sightOf,
  type Board,
} from '@/collections/AnnualReports/board-rows';
import { mayRemind } from '@/collections/ReportReminders/remind';
import { formatDate } from '@/components/DateText/format-date';
import { deadline } from '@/domain/annual-reports/years';
import { messages } from '@/messages';
import { sendsMail } from '@/transfer/mail/server';
import { BOARD_PATH } from './board-address';
import { County } from './County';
import { Remind } from './Remind';
import styles from './ReportBoard.module.css';
import { Rows } from './Rows';
import { Totals } from './Totals';

/** How far each agency is with its annual report, and whether its figures add up. */
export async function ReportBoard(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].reportBoard;
  const sight = sightOf(req.user);
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
        {sight === 'none' && <p>{words.notAllowed}</p>}
        {sight === 'noAgency' && <p>{words.noAgency}</p>}
        {(sight === 'all' || sight === 'own') && (
          <Content req={req} asked={readBoardAsked(searchParams ?? {})} locale={locale} />
        )}
      </main>
    </DefaultTemplate>
  );
}

type ContentProps = {
  req: PayloadRequest;
  asked: ReturnType<typeof readBoardAsked>;
  locale: 'zh-CN' | 'en';
};

async function Content({ req, asked, locale }: ContentProps) {
  const board = await readBoard(req, asked);
  const words = messages[locale].reportBoard;
  const { year, open, county } = board;
  const isReminding = mayRemind(req.user);
  const by = (level: 'department' | 'county') => formatDate(deadline(year, level), locale);
  return (
    <>
      <p>
        {words.lead
          .replace('{year}', String(year))
          .replace('{department}', by('department'))
          .replace('{county}', by('county'))}
      </p>
      <Years board={board} words={words} />
      <Totals board={board} words={words} />
      {!sendsMail(req.payload) && <p role="note">{words.noMail}</p>}
      {isReminding && open.length > 1 && (
        <Remind
          year={year}
          agencies={open}
          label={words.remind.all.replace('{count}', String(open.length))}
        />
      )}
      <Rows board={board} locale={locale} isReminding={isReminding} />
      {county && <County county={county} locale={locale} />}
    </>
  );
}

/** Works by itself: the address it leads to is the year. */
function Years({ board, words }: { board: Board; words: (typeof messages)['en']['reportBoard'] }) {
  return (
    <form action={BOARD_PATH} method="get" className={styles.years}>
      <label>
        {words.year}
        <select name="year" defaultValue={board.year} key={board.year}>
          {board.years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      {board.filter && <input type="hidden" name="only" value={board.filter} />}
      <button type="submit">{words.show}</button>
    </form>
  );
}
