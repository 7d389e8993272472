import type { Payload, TaskConfig } from 'payload';
import { forgetUnconfirmed } from '@/collections/Subscriptions/subscribe';
import type { AlertMail } from '@/payload-types';
import { alertRound, sendAlertMail } from '@/transfer/mail/send-alerts';

/** Sends one alert mail at once: somebody waits for the link in it. What fails now waits for a round. */
export const sendAlertTask: TaskConfig<{ input: { mail: string }; output: { outcome: string } }> = {
  slug: 'send-alert',
  label: '发送订阅邮件',
  retries: 0,
  inputSchema: [{ name: 'mail', type: 'text', required: true }],
  outputSchema: [{ name: 'outcome', type: 'text', required: true }],
  handler: async ({ input, req: { payload } }) => ({
    output: { outcome: await sendAlertMail(payload, asId(payload, input.mail)) },
  }),
};

/** Every minute: digests whose hour has come, and mails that wait to be tried again. */
export const alertRoundTask: TaskConfig<{ input: object; output: { sent: number } }> = {
  slug: 'alert-round',
  label: '发送订阅摘要',
  retries: 0,
  schedule: [{ cron: '45 * * * * *', queue: 'mail' }],
  outputSchema: [{ name: 'sent', type: 'number', required: true }],
  handler: async ({ req: { payload } }) => ({
    output: { sent: await alertRound(payload, new Date()) },
  }),
};

/** Who never confirmed is forgotten, and so is what was mailed long ago. */
export const forgetSubscriptionsTask: TaskConfig<{ input: object; output: { forgotten: number } }> =
  {
    slug: 'forget-subscriptions',
    label: '删除未确认的订阅',
    retries: 2,
    schedule: [{ cron: '0 55 * * * *', queue: 'nightly' }],
    outputSchema: [{ name: 'forgotten', type: 'number', required: true }],
    handler: async ({ req: { payload } }) => ({
      output: { forgotten: await forgetUnconfirmed(payload, new Date()) },
    }),
  };

/** Ids are numbers on SQLite and texts on MongoDB; a job keeps texts. */
const asId = (payload: Payload, id: string): AlertMail['id'] =>
  (payload.db.defaultIDType === 'number' ? Number(id) : id) as AlertMail['id'];
