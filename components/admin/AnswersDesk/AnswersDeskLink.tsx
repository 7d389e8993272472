import type { ServerProps } from 'payload';
import { messages } from '@/messages';
import { ANSWERS_PATH } from './answers-address';

/** Above a list of what is answered, the way to all that waits. */
export function AnswersDeskLink({ i18n }: ServerProps) {
  const { desk } = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].lettersOffice;
  return (
    <p>
      <a href={ANSWERS_PATH}>{desk.link}</a>
    </p>
  );
}
