import type { ServerProps } from 'payload';
import { messages } from '@/messages';
import { ALERTS_PATH } from './alerts-address';

/** Above the lists of subscriptions, mails and events, the way to where they are compared. */
export function AlertsLink({ i18n }: ServerProps) {
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].subscriptions.office;
  return (
    <p>
      <a href={ALERTS_PATH}>{words.open}</a>
    </p>
  );
}
