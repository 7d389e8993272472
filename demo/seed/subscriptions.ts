import { confirm, subscribe } from '@/collections/Subscriptions/subscribe';
import { confirmToken } from '@/collections/Subscriptions/tokens';
import { reconcileEvents } from '@/jobs/record-events';
import { messages } from '@/messages';
import { findFollowed } from '@/queries/followed';
import type { Seeding } from './seeding';

/** What is new in the demo county is noted first: its readers subscribed afterwards and are told of what comes. */
export async function seedSubscriptions({ payload, demo, today }: Seeding): Promise<number> {
  await reconcileEvents(payload, today);
  const { totalDocs } = await payload.db.count({ collection: 'subscriptions', where: {} });
  if (totalDocs > 0) return totalDocs;
  const now = new Date();
  for (const input of demo.subscriptions) {
    const thing = await findFollowed(payload, input, 'zh-CN');
    if (!thing) throw new Error(`Nobody can follow ${input.subject} ${input.target}`);
    const mail = await subscribe(
      payload,
      { ...input, target: thing.target },
      { label: thing.name, language: 'zh-CN', now },
    );
    if (!mail) continue;
    await confirm(payload, confirmToken(mail.key), now);
    // The readers of the demo county have no mailboxes.
    await payload.db.updateOne({
      collection: 'alert-mails',
      id: mail.id,
      data: { state: 'skipped', error: messages['zh-CN'].subscriptions.office.off },
      returning: false,
    });
  }
  return demo.subscriptions.length;
}
