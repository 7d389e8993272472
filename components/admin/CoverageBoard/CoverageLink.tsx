import type { ServerProps } from 'payload';
import { messages } from '@/messages';

const PATH = '/admin/catalogue-coverage';

/** Above the list of items, the way to the board. */
export function CoverageLink({ i18n }: ServerProps) {
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].catalogue.board;
  return (
    <p>
      <a href={PATH}>{words.open}</a>
    </p>
  );
}
