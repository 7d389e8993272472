import type { TaskConfig } from 'payload';
import { dayOf } from '@/domain/workdays/days';
import { sendReminders, writeDueReminders } from '@/transfer/mail/send-reminders';

/** The hours of Beijing in which an office is reminded: not in the middle of the night. */
const FROM_HOUR = 8;

/**
 * Reminds agencies of their annual reports (条例第四十九条): every hour, so that nothing hangs on one nightly
 * run, but each occasion once. What could not be sent is tried again in a later hour.
 */
export const reportRemindersTask: TaskConfig<{ input: object; output: { sent: number } }> = {
  slug: 'report-reminders',
  label: '年报催报',
  retries: 2,
  schedule: [{ cron: '0 50 * * * *', queue: 'nightly' }],
  outputSchema: [{ name: 'sent', type: 'number', required: true }],
  handler: async ({ req: { payload } }) => {
    const now = new Date();
    const today = dayOf(now);
    if (hourInBeijing(now) >= FROM_HOUR) await writeDueReminders(payload, today);
    return { output: { sent: await sendReminders(payload, now, today) } };
  },
};

const hourInBeijing = (now: Date): number => (now.getUTCHours() + 8) % 24;
