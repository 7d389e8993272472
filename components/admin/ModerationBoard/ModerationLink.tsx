import type { ServerProps } from 'payload';
import { messages } from '@/messages';

const PATH = '/admin/comments-desk';

/** Above the list of comments, the way to the page on which they are read and decided on. */
export function ModerationLink({ i18n }: ServerProps) {
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].moderation;
  return (
    <p>
      <a href={PATH}>{words.open}</a>
    </p>
  );
}
