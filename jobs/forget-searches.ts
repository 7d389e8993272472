import type { TaskConfig } from 'payload';
import { dayOf } from '@/domain/workdays/days';
import { forgetCounts } from '@/queries/stored-counts';

/**
 * Counted searches that are old, or too rare to be shown, are removed. Looked for every hour, so that a machine
 * that is off at night forgets too.
 */
export const forgetSearchesTask: TaskConfig<{ input: object; output: object }> = {
  slug: 'forget-searches',
  label: '清理检索统计',
  retries: 2,
  schedule: [{ cron: '0 10 * * * *', queue: 'nightly' }],
  handler: async ({ req }) => {
    await forgetCounts(req.payload, dayOf(new Date()));
    return { output: {} };
  },
};
