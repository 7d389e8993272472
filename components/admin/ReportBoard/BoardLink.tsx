import type { ServerProps } from 'payload';
import { messages } from '@/messages';
import { BOARD_PATH } from './board-address';

/** Above the list of annual reports, the way to the board. */
export function BoardLink({ i18n }: ServerProps) {
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].reportBoard;
  return (
    <p>
      <a href={BOARD_PATH}>{words.open}</a>
    </p>
  );
}
