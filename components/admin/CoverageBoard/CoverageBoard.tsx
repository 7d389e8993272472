import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps } from 'payload';
import { labelOf } from '@/domain/catalogue/codes';
import { COVERAGES } from '@/domain/catalogue/coverage';
import { DOMAINS } from '@/domain/catalogue/domains';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { readBoard, type BoardFilter, type BoardRow } from '@/transfer/catalogue/board';
import { Counts } from './Counts';
import styles from './CoverageBoard.module.css';

const PATH = '/admin/catalogue-coverage';
const MOST = 200;

/** Which items of the catalogues have nothing published under them, and which are late. */
export async function CoverageBoard(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].catalogue.board;
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
        {req.user ? (
          <Content payload={req.payload} filter={filterOf(searchParams)} locale={locale} />
        ) : (
          <p>{words.notAllowed}</p>
        )}
      </main>
    </DefaultTemplate>
  );
}

type ContentProps = {
  payload: AdminViewServerProps['payload'];
  filter: BoardFilter;
  locale: 'zh-CN' | 'en';
};

async function Content({ payload, filter, locale }: ContentProps) {
  const { board: words, coverages } = messages[locale].catalogue;
  const board = await readBoard(payload, filter, dayOf(new Date()));
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const file = (format: string) => {
    const address = new URLSearchParams(query);
    address.set('format', format);
    return `/api/catalogue-items/coverage?${address}`;
  };
  const only = (name: string, value: string) => `${PATH}?${new URLSearchParams({ [name]: value })}`;
  return (
    <>
      <p>{words.lead}</p>
      <form action={PATH} method="get" className={styles.filter}>
        <Choice
          name="domain"
          label={words.domain}
          any={words.any}
          chosen={filter.domain}
          options={DOMAINS.map(({ code }) => [code, labelOf(DOMAINS, code, locale)])}
        />
        <Choice
          name="agency"
          label={words.agency}
          any={words.any}
          chosen={filter.agency}
          options={board.byAgency
            .filter(({ key }) => key !== '')
            .map(({ key, name }) => [key, name])}
        />
        <Choice
          name="state"
          label={words.state}
          any={words.any}
          chosen={filter.state}
          options={[
            ['open', words.missingOrLate],
            ...COVERAGES.map((code): [string, string] => [code, coverages[code]]),
          ]}
        />
        <button type="submit">{words.filter}</button>
      </form>
      <p>
        {words.shown
          .replace('{shown}', String(board.rows.length))
          .replace('{total}', String(board.total))}
        {' · '}
        <a href={file('xlsx')}>{words.xlsx}</a>
        {' · '}
        <a href={file('csv')}>{words.csv}</a>
      </p>
      <Items rows={board.rows.slice(0, MOST)} locale={locale} />
      {board.rows.length > MOST && <p>{words.more.replace('{most}', String(MOST))}</p>}
      <Counts
        title={words.byDomain}
        head={words.domain}
        words={words}
        rows={board.byDomain.map(({ key, counts }) => ({
          name: labelOf(DOMAINS, key, locale),
          href: only('domain', key),
          counts,
        }))}
      />
      <Counts
        title={words.byAgency}
        head={words.agency}
        words={words}
        rows={board.byAgency.map(({ key, name, counts }) => ({
          name: name || words.noAgency,
          href: key ? only('agency', key) : undefined,
          counts,
        }))}
      />
    </>
  );
}

function Items({ rows, locale }: { rows: BoardRow[]; locale: 'zh-CN' | 'en' }) {
  const { board: words, coverages, columns } = messages[locale].catalogue;
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.domain}</th>
            <th scope="col">{columns.order}</th>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.agency}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.last}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">
              <span className={styles.hidden}>{words.create}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{labelOf(DOMAINS, row.domain, locale)}</td>
              <td>{row.order}</td>
              <th scope="row">
                <a href={`/admin/collections/catalogue-items/${row.id}`}>{row.title}</a>
              </th>
              <td>{row.agency}</td>
              <td data-coverage={row.coverage}>
                {coverages[row.coverage]}
                {row.count > 0 && ` (${row.count})`}
              </td>
              <td>{row.last}</td>
              <td>{row.dueOn}</td>
              <td>
                <a href={`/admin/collections/documents/create?catalogueItem=${row.id}`}>
                  {words.create}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  chosen?: string;
  options: [string, string][];
};

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function filterOf(searchParams: AdminViewServerProps['searchParams']): BoardFilter {
  const word = (name: string) => {
    const value = searchParams?.[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { domain: word('domain'), agency: word('agency'), state: word('state') };
}
