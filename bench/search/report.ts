import type { Entrant } from './contest';
import { asTable as httpTable } from './http';
import type { Results } from './results';

/** The figures as tables for people. */
export function asMarkdown({ machine, node, note, contest, growth, http, cost }: Results): string {
  const ours = contest?.entrants.find(({ key }) => key === 'gongkai');
  return [
    '# Search',
    '',
    `${machine}, Node ${node}. \`npm run bench:search\` makes this file; [how](../../docs/how-to/benchmark.md).`,
    '',
    ...(note ? [note, ''] : []),
    ...(contest && ours ? contestLines(contest.on, contest.entrants, ours) : []),
    ...(http
      ? [
          '## Whole answers over HTTP',
          '',
          `${http.on}, load before ${http.load.toFixed(1)}. The built portal with the demonstration county and all laws, asked from the same machine: one visitor, then twenty at once, each asking again as soon as the answer is there.`,
          '',
          httpTable(http.figures),
          '',
        ]
      : []),
    ...(cost ? costLines(cost) : []),
    ...(growth ? growthLines(growth) : []),
    ...aims({ contest, growth, http }),
  ].join('\n');
}

function contestLines(on: string, entrants: readonly Entrant[], ours: Entrant): string[] {
  const { report, built, answered } = ours;
  return [
    '## Over all laws, beside the peers',
    '',
    `${on}. ${grouped(built.laws)} laws, ${grouped(built.articles)} articles and sections, ${(built.characters / 1e6).toFixed(1)} million characters, the same for all; ${report?.all.questions} judged questions. One contestant at a time, in processes of its own. Every result list is of laws, a law by its best article, versions of one law as one. Ours counts facets and cuts and marks passages, the peers only find. Milliseconds are of the clock, and beside them of the processor: other work on the machine lengthens the former.`,
    '',
    table(
      [
        '',
        'success@1',
        'success@10',
        'MRR@10',
        'nDCG@10',
        'p50 ms',
        'p95 ms',
        'longest ms',
        'p95 processor ms',
      ],
      entrants.map(({ name, report: its, answered: { all } }) => [
        name,
        ...(its ? [its.all.success1, its.all.success10, its.all.mrr, its.all.ndcg] : []).map(three),
        ...[all.p50, all.p95, all.longest, all.cpu95].map(ms),
      ]),
    ),
    '',
    table(
      [
        '',
        'version',
        'set up as',
        'build s',
        'records/s',
        'index MB',
        'resident MB',
        'load before',
      ],
      entrants.map(({ name, version, setup, built: its, answered: { residentMB }, load }) => [
        name,
        version,
        setup,
        its.seconds.toFixed(0),
        grouped(its.articles / (its.seconds - its.readingSeconds)),
        its.indexMB ? its.indexMB.toFixed(0) : 'in memory',
        residentMB.toFixed(0),
        load.toFixed(1),
      ]),
    ),
    '',
    ...fasterPeers(entrants, ours),
    '### MRR@10 by class of question',
    '',
    table(
      ['', ...Object.keys(report?.classes ?? {})],
      entrants.map(({ name, report: its }) => [
        name,
        ...Object.values(its?.classes ?? {}).map(({ mrr }) => three(mrr)),
      ]),
    ),
    '',
    '### Ours by class',
    '',
    'The tuned half could be looked at while the search was made, the held-out half not.',
    '',
    table(
      ['', 'questions', 'success@1', 'success@10', 'MRR@10', 'nDCG@10', 'tuned', 'held out'],
      [
        ...Object.entries(report?.classes ?? {}).map(([name, one]) => [
          name,
          String(one.questions),
          ...[one.success1, one.success10, one.mrr, one.ndcg].map(three),
          ...[one.mrrTuned, one.mrrHeldOut].map(three),
        ]),
        ...(report
          ? [
              [
                'all',
                String(report.all.questions),
                ...[report.all.success1, report.all.success10].map(three),
                ...[report.all.mrr, report.all.ndcg].map(three),
                ...[report.tuned.mrr, report.heldOut.mrr].map(three),
              ],
            ]
          : []),
      ],
    ),
    '',
    `Of the questions for an article ${percent(report?.articles ?? 0)} show that very article of the right law first.`,
    '',
    '### Ours by kind of question, milliseconds inside the engine',
    '',
    kindsTable([['', ours]]),
    '',
    `Suggestions: p50 ${ms(answered.suggestions?.p50 ?? 0)}, p95 ${ms(answered.suggestions?.p95 ?? 0)} ms. Opening the index takes ${answered.openSeconds.toFixed(2)} s.`,
    '',
  ];
}

/** What an answer of 80 ms at twenty at once would have to cost, beside what it does. */
function costLines({ on, load, figures }: NonNullable<Results['cost']>): string[] {
  const rows = figures.flatMap(({ what, atOnce, cpu }) =>
    atOnce === AT_ONCE && cpu ? [{ what, ...cpu }] : [],
  );
  return [
    `### What bounds an answer, and what ${AIM_MS} ms would need`,
    '',
    `${on}, load before ${load.toFixed(1)}. ${AT_ONCE} visitors who ask again as soon as they are answered are all answered within ${AIM_MS} ms only by ${(AT_ONCE / AIM_MS) * 1000} answers a second. One thread makes all answers and one process searches, so neither may take more than ${ms(AIM_MS / AT_ONCE)} ms of the processor for one; packing and whoever asks share the two cores with them. ${AT_ONCE} at once wait at least as long as the slower of the two takes for ${AT_ONCE}:`,
    '',
    table(
      [
        'processor ms of an answer',
        'thread that answers',
        'all of the server',
        'process that searches',
        `${AT_ONCE} wait at least, ms`,
      ],
      rows.map(({ what, thread, server, search }) => [
        what,
        ...[thread, server, search].map(ms),
        (Math.max(thread, search) * AT_ONCE).toFixed(0),
      ]),
    ),
    '',
    'The smallest page is the frame that all pages have, with one sentence in it: no change to the search makes its page cheaper than that.',
    '',
  ];
}

const AT_ONCE = 20;
const AIM_MS = 80;

/** What makes a peer quick, for the case that it is quicker than ours. */
const WHY_QUICK: Record<string, string> = {
  flexsearch:
    'it holds for each word lists of articles that are in order of rank already, all in memory, and stops at the three hundredth; it counts nothing, cuts no passage, and a search of it costs what the table above says in memory',
  minisearch: 'everything lies in memory, and it neither counts nor cuts passages',
  orama: 'everything lies in memory, and it is asked for no facets',
  'fts5-trigram': 'a stretch that is found whole is one intersection of short lists of trigrams',
  'payload-like': 'it stops at the tenth law that holds the words, whichever that is',
};

function fasterPeers(entrants: readonly Entrant[], ours: Entrant): string[] {
  return entrants
    .filter(({ answered }) => answered.all.p95 < ours.answered.all.p95)
    .flatMap(({ key, name, answered }) => [
      `${name} is faster at p95 (${ms(answered.all.p95)} ms): ${WHY_QUICK[key] ?? 'for a reason that is not known'}.`,
      '',
    ]);
}

function growthLines({ on, sizes }: NonNullable<Results['growth']>): string[] {
  const row = (name: string, of: (entrant: Entrant) => string): string[] => [
    name,
    ...sizes.map(({ entrant }) => of(entrant)),
  ];
  return [
    '## From ten thousand articles to a million',
    '',
    `${on}. Laws made of those above: each keeps the shape of one and takes sentences and clauses of others, with another place, other numbers and bodies. First page of 20 with facets, snippets and marks.`,
    '',
    table(
      ['articles', ...sizes.map(({ size }) => grouped(size))],
      [
        row('laws', ({ built }) => grouped(built.laws)),
        row('build, seconds', ({ built }) => built.seconds.toFixed(0)),
        row('processor seconds, all threads', ({ built }) => built.cpuSeconds.toFixed(0)),
        row('of the build, making the records, seconds', ({ built }) =>
          built.readingSeconds.toFixed(0),
        ),
        row('records a second, their making left out', ({ built }) =>
          grouped(built.articles / (built.seconds - built.readingSeconds)),
        ),
        row('peak memory while building, MB', ({ built }) => built.peakMB.toFixed(0)),
        row('index, MB', ({ built }) => built.indexMB.toFixed(0)),
        row('resident memory while answering, MB', ({ answered }) =>
          answered.residentMB.toFixed(0),
        ),
        row('opening, seconds', ({ answered }) => answered.openSeconds.toFixed(2)),
        row('search p50, ms', ({ answered }) => ms(answered.all.p50)),
        row('search p95, ms', ({ answered }) => ms(answered.all.p95)),
        row('search p50, processor ms', ({ answered }) => ms(answered.all.cpu50)),
        row('search p95, processor ms', ({ answered }) => ms(answered.all.cpu95)),
        row('search longest, ms', ({ answered }) => ms(answered.all.longest)),
        row('suggestions p95, ms', ({ answered }) => ms(answered.suggestions?.p95 ?? 0)),
        row('load before', ({ load }) => load.toFixed(1)),
      ],
    ),
    '',
    kindsTable(sizes.map(({ size, entrant }) => [grouped(size), entrant])),
    '',
  ];
}

function kindsTable(columns: readonly (readonly [string, Entrant])[]): string {
  const kinds = Object.keys(columns[0]?.[1].answered.kinds ?? {});
  return table(
    ['questions', ...columns.flatMap(([name]) => [`${name} p50`.trim(), `${name} p95`.trim()])],
    kinds.map((kind) => [
      kind,
      ...columns.flatMap(([, { answered }]) => {
        const times = answered.kinds[kind];
        return times ? [ms(times.p50), ms(times.p95)] : ['', ''];
      }),
    ]),
  );
}

type Aim = [
  what: string,
  aim: string,
  figure: number | undefined,
  isMet: (value: number) => boolean,
];

/** What was aimed at, beside what was measured. */
function aims({ contest, growth, http }: Pick<Results, 'contest' | 'growth' | 'http'>): string[] {
  const ours = contest?.entrants.find(({ key }) => key === 'gongkai');
  const peers = contest?.entrants.filter(({ key }) => key !== 'gongkai') ?? [];
  const best = (of: (entrant: Entrant) => number): number => Math.max(...peers.map(of));
  const classes = ours?.report?.classes;
  const million = growth?.sizes.find(({ size }) => size === 1_000_000)?.entrant;
  const fastest = Math.min(...peers.map(({ answered }) => answered.all.p95));
  const most = (limit: number) => (value: number) => value <= limit;
  const least = (limit: number) => (value: number) => value >= limit;
  const all: Aim[] = [
    ['MRR@10 over all', '≥ 0.90', ours?.report?.all.mrr, least(0.9)],
    ['MRR@10, titles', '≥ 0.97', classes?.titles?.mrr, least(0.97)],
    ['MRR@10, shortened titles', '≥ 0.97', classes?.['short-titles']?.mrr, least(0.97)],
    ['MRR@10, numbers', '≥ 0.97', classes?.numbers?.mrr, least(0.97)],
    ['MRR@10, plain questions', '≥ 0.75', classes?.plain?.mrr, least(0.75)],
  ];
  if (peers.length > 0) {
    const [mrr, ndcg] = [
      best(({ report }) => report!.all.mrr),
      best(({ report }) => report!.all.ndcg),
    ];
    all.push(
      [
        'MRR@10, ahead of the best peer',
        `> ${three(mrr)}`,
        ours?.report?.all.mrr,
        (it) => it > mrr,
      ],
      [
        'nDCG@10, ahead of the best peer',
        `> ${three(ndcg)}`,
        ours?.report?.all.ndcg,
        (it) => it > ndcg,
      ],
      [
        'p95 ms, faster than the fastest peer',
        `< ${ms(fastest)}`,
        ours?.answered.all.p95,
        (it) => it < fastest,
      ],
    );
  }
  const times = ours?.answered;
  const pageAtTwenty = http?.figures.find((one) => one.what === 'search page' && one.atOnce === 20);
  all.push(
    ['search p50 ms, all laws', '≤ 8', times?.all.p50, most(8)],
    ['search p95 ms, all laws', '≤ 30', times?.all.p95, most(30)],
    ['suggestions p95 ms, all laws', '≤ 10', times?.suggestions?.p95, most(10)],
    ['whole HTTP answer p95 ms, 20 at once', '≤ 80', pageAtTwenty?.p95, most(80)],
    ['search p95 ms, a million articles', '≤ 120', million?.answered.all.p95, most(120)],
    ['resident MB, a million articles', '≤ 500', million?.answered.residentMB, most(500)],
    [
      'records a second, a million articles',
      '≥ 3,000',
      million && million.built.articles / (million.built.seconds - million.built.readingSeconds),
      least(3000),
    ],
  );
  return [
    '## Aimed at and measured',
    '',
    table(
      ['', 'aim', 'measured', ''],
      all.map(([what, aim, figure, isMet]) => [
        what,
        aim,
        figure === undefined
          ? 'not measured'
          : figure < 2
            ? three(figure)
            : figure >= 1000
              ? grouped(figure)
              : ms(figure),
        figure === undefined ? '' : isMet(figure) ? 'met' : '**not met**',
      ]),
    ),
    '',
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

const ms = (value: number): string => value.toFixed(1);
const three = (value: number): string => value.toFixed(3);
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');
