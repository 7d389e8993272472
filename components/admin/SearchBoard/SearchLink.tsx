import type { ServerProps } from 'payload';
import { messages } from '@/messages';
import { SEARCHES_PATH } from './board-address';

/** Above the lists of synonyms and pinned results, the way to what people look for. */
export function SearchLink({ i18n }: ServerProps) {
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].searches;
  return (
    <p>
      <a href={SEARCHES_PATH}>{words.open}</a>
    </p>
  );
}
