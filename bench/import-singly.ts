import { createReadStream } from 'node:fs';
import { readLines } from '../transfer/import/lines';
import { LIMITS } from '../transfer/import/source-file';

/**
 * Documents of a JSON Lines file created one by one through Payload's local API, signed by the demo
 * accounts: what an import would be without one. Prints its figures as JSON.
 *
 *   node … bench/import-singly.ts FILE COUNT
 */
const [file = '', count = '0'] = process.argv.slice(2);
const [{ getPayload }, { default: config }, write, { findSigners }, { parseJsonLine }] =
  await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../transfer/import/write'),
    import('../transfer/import/signers'),
    import('../transfer/import/json-lines'),
  ]);
const payload = await getPayload({ config, disableOnInit: true });
const signers = await findSigners(payload, {}, { isDemo: true, opinion: '逐件建立' });
const writer = await write.DocumentWriter.open(payload, signers);
let documents = 0;
const started = performance.now();
for await (const { text } of readLines(createReadStream(file), LIMITS.lineBytes)) {
  if (documents === Number(count)) break;
  const parsed = parseJsonLine('county-year.jsonl', text ?? '');
  if ('skip' in parsed) throw new Error(parsed.skip.code);
  await writer.write(parsed.document);
  documents += 1;
}
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ documents, seconds, perSecond: documents / seconds }));
process.exit(0);
