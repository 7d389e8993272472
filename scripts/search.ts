import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import type {
  MarkedText,
  SearchHit,
  SearchQuery,
  SearchResult,
  SearchSort,
} from '../search/engine';

/**
 * Searches from the command line, in the index that the portal uses.
 *
 *   npm run -s search -- "营商环境" [--json] [--limit 10] [--offset 0] [--sort relevance|newest]
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const USAGE =
  '用法 Usage: npm run -s search -- "营商环境" [--json] [--limit 10] [--offset 0] [--sort relevance|newest]';

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const options = read();
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  loadEnv(root);
  const { closeSearchEngine, searchEngine } = await import('../search/open');
  const { needsRebuild } = await searchEngine().status();
  if (needsRebuild) {
    console.error(
      `索引需要重建（${needsRebuild}）：npm run search:rebuild。 The index has to be built again.`,
    );
  }
  const { isJson, ...query } = options;
  const result = await searchEngine().search(query);
  console.log(isJson ? JSON.stringify(asJson(query.text, result), null, 2) : asText(result));
  await closeSearchEngine();
  return 0;
}

function read(): (SearchQuery & { isJson: boolean }) | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        limit: { type: 'string' },
        offset: { type: 'string' },
        sort: { type: 'string' },
      },
    });
    const [limit, offset] = [Number(values.limit ?? 10), Number(values.offset ?? 0)];
    const sort = sortOf(values.sort);
    const isUsable =
      positionals.length > 0 &&
      Number.isInteger(limit) &&
      limit > 0 &&
      Number.isInteger(offset) &&
      offset >= 0 &&
      sort !== null;
    if (!isUsable) return null;
    return { text: positionals.join(' '), limit, offset, sort, isJson: values.json ?? false };
  } catch {
    // An option that does not exist: the usage says which do.
    return null;
  }
}

function sortOf(text = 'relevance'): SearchSort | null {
  return text === 'relevance' || text === 'newest' ? text : null;
}

function asJson(query: string, { total, took, hits, facets, isRelaxed }: SearchResult): object {
  return {
    query,
    total,
    took: Number(took.toFixed(2)),
    isRelaxed,
    hits: hits.map(({ id, title, number, url, collection, publishedOn, validity, snippet }) => ({
      id,
      title: title.text,
      number,
      url,
      collection,
      publishedOn,
      validity,
      snippet,
    })),
    facets,
  };
}

function asText({ total, took, hits, isRelaxed }: SearchResult): string {
  const count = `${total} 条结果，${took.toFixed(1)} 毫秒 · ${total} results`;
  const note = isRelaxed ? '没有同时含有全部词语的内容，以下含有其中一部分。\n' : '';
  return [`${note}${count}`, ...hits.map(hitAsText)].join('\n\n');
}

function hitAsText(hit: SearchHit, index: number): string {
  const facts = [hit.number, hit.publishedOn, hit.validity, hit.collection].filter(Boolean);
  return [
    `${index + 1}. ${emphasised(hit.title)}`,
    `   ${[...facts, hit.url].join(' · ')}`,
    `   ${emphasised(hit.snippet)}`,
  ].join('\n');
}

/** Marks in the terminal's own bold, and nothing where the output is no terminal. */
function emphasised({ text, marks }: MarkedText): string {
  if (!process.stdout.isTTY) return text;
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const part = `${text.slice(end, from)}\u001b[1m${text.slice(from, to)}\u001b[22m`;
    end = to;
    return part;
  });
  return parts.join('') + text.slice(end);
}
