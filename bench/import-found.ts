import { createReadStream } from 'node:fs';
import { readLines } from '../transfer/import/lines';
import { LIMITS } from '../transfer/import/source-file';
import { COUNTY_YEAR, type CountyPaper } from './county-year';

/**
 * Whether a year that was imported is there for its readers: counted, found by its words, and its
 * citations linked to what they name. Prints lines; ends with 1 when something is missing.
 *
 *   node … bench/import-found.ts FILE
 */
const [file = ''] = process.argv.slice(2);
const EVERY = 100;
const [{ getPayload }, { default: config }, { searchEngine }] = await Promise.all([
  import('payload'),
  import('../payload.config'),
  import('../search/open'),
]);
const payload = await getPayload({ config, disableOnInit: true });
const inYear = { indexNumber: { like: `/${COUNTY_YEAR.year}-2` } };
const { totalDocs } = await payload.count({
  collection: 'documents',
  where: inYear,
  overrideAccess: false,
});
const engine = searchEngine();
const { records } = await engine.status();
let [asked, found, expected, linked] = [0, 0, 0, 0];
let at = 0;
const numbers = new Map<string, string>();
for await (const { text } of readLines(createReadStream(file), LIMITS.lineBytes)) {
  const paper = JSON.parse(text ?? '{}') as CountyPaper;
  numbers.set(paper.number, paper.title);
  at += 1;
  if (at % EVERY !== 0) continue;
  asked += 1;
  const { hits } = await engine.search({ text: paper.title, limit: 5, facets: false });
  if (hits.some(({ title }) => title.text === paper.title)) found += 1;
  const cited = [...paper.text.matchAll(/《[^》]+》（([^（）]+号)）/gu)].map(
    ([, number]) => number,
  );
  const held = new Set(cited.filter((number) => numbers.has(number ?? '')));
  expected += held.size;
  linked += held.size === 0 ? 0 : await linkedOf(paper, held);
}
console.log(`公开 public: ${totalDocs} of ${at}; index: ${records} records.`);
console.log(`Of every ${EVERY}th, found by its title: ${found} of ${asked}.`);
console.log(`Of their citations of papers of the year, linked: ${linked} of ${expected}.`);
process.exit(totalDocs === at && found === asked && linked === expected ? 0 : 1);

async function linkedOf(paper: CountyPaper, held: ReadonlySet<string | undefined>) {
  const { docs } = await payload.find({
    collection: 'citations',
    where: { 'document.indexNumber': { equals: paper.indexNumber } },
    depth: 1,
    limit: 1,
  });
  const targets = (docs[0]?.targets ?? []) as { number?: string }[];
  return targets.filter(({ number }) => held.has(number)).length;
}
