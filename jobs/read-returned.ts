import type { TaskConfig } from 'payload';
import { mailboxSettings } from '@/transfer/mail/returned/mailbox-settings';
import { readMailbox } from '@/transfer/mail/returned/read-mailbox';

/** Every five minutes, where IMAP_URL is set: the mails that came back to the sender's mailbox. */
export const readReturnedTask: TaskConfig<{ input: object; output: { bounced: number } }> = {
  slug: 'read-returned',
  label: '读取退信',
  retries: 0,
  schedule: [{ cron: '25 */5 * * * *', queue: 'nightly' }],
  outputSchema: [{ name: 'bounced', type: 'number', required: true }],
  handler: async ({ req: { payload } }) => {
    const settings = mailboxSettings();
    if (!settings) return { output: { bounced: 0 } };
    const { counts } = await readMailbox(payload, settings, new Date());
    return { output: { bounced: counts.bounced } };
  },
};
