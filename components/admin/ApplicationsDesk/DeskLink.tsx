import type { ServerProps } from 'payload';
import { messages } from '@/messages';
import { DESK_PATH } from './desk-address';

/** Above the list of applications, the way to the desk. */
export function DeskLink({ i18n }: ServerProps) {
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].desk;
  return (
    <p>
      <a href={DESK_PATH}>{words.open}</a>
    </p>
  );
}
