import type { ServerProps } from 'payload';
import { messages } from '@/messages';

const PATH = '/admin/normative-changes';

/** Above the list of annual reports, the way to the checks of their sister list. */
export function NormativeLink({ i18n }: ServerProps) {
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].relations.changeFindings;
  return (
    <p>
      <a href={PATH}>{words.open}</a>
    </p>
  );
}
