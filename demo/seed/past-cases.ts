import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Application } from '@/payload-types';
import { readLedger } from '@/transfer/ledger/read-ledger';
import { planLedger } from '@/transfer/ledger/plan-ledger';
import { writeLedger } from '@/transfer/ledger/write-ledger';
import { idOf, quiet, type Seeding } from './seeding';

/**
 * The cases of past years, read from ledgers as any county brings its own in, and what became of some of
 * them before a review body: the figures of last year's report are counted from these.
 *
 * @throws Error naming a row that can't be taken over
 */
export async function seedPastCases({ payload, folder, demo, ids }: Seeding): Promise<number> {
  const ledgers = path.join(folder, 'ledgers');
  let count = 0;
  for (const name of (await readdir(ledgers)).sort()) {
    const { rows } = await readLedger(await readFile(path.join(ledgers, name)), name);
    const planned = await planLedger(payload, rows);
    const refused = planned.find(({ outcome }) => outcome === 'refused');
    if (refused) throw new Error(`${name}, row ${refused.place}: ${JSON.stringify(refused.notes)}`);
    await writeLedger(payload, planned);
    count += planned.length;
  }
  for (const { agency: slug, about, ...plain } of demo.proceedings) {
    const agency = idOf(ids.agencies, slug);
    const { totalDocs } = await payload.count({
      collection: 'proceedings',
      where: { number: { equals: plain.number } },
    });
    if (totalDocs > 0) continue;
    const application = await payload.db.findOne<Application>({
      collection: 'applications',
      where: { and: [{ informationTitle: { equals: about } }, { agency: { equals: agency } }] },
      select: { receiptNumber: true },
    });
    if (!application) throw new Error(`no application asks for "${about}"`);
    await payload.create({
      collection: 'proceedings',
      depth: 0,
      context: quiet(),
      data: { ...plain, agency, application: application.id },
    });
  }
  return count;
}
