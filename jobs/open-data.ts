import type { TaskConfig } from 'payload';
import { isEditionDue } from '@/domain/open-data/editions';
import { openDataFolder, readEdition } from '@/transfer/export/open-data/edition';
import { writeOpenData } from '@/transfer/export/open-data/write';
import { requestRevalidation } from './request-revalidation';

/**
 * Makes the day's edition of the open data. It looks every hour whether one is due, so that the time
 * zone of the machine does not matter and a missed night is caught up.
 */
export const openDataTask: TaskConfig<{ input: object; output: { records: number } }> = {
  slug: 'open-data',
  label: '制作开放数据',
  retries: 1,
  schedule: [{ cron: '0 20 * * * *', queue: 'nightly' }],
  outputSchema: [{ name: 'records', type: 'number', required: true }],
  handler: async ({ req: { payload } }) => {
    const folder = openDataFolder();
    const edition = await readEdition(folder);
    if (!isEditionDue(edition?.madeAt ?? null, new Date().toISOString())) {
      return { output: { records: 0 } };
    }
    const { files } = await writeOpenData(payload, { folder });
    await requestRevalidation(payload.logger);
    return { output: { records: files.reduce((sum, file) => sum + file.records, 0) } };
  },
};
