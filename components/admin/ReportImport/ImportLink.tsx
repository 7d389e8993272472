import type { ServerProps } from 'payload';
import { hasRole } from '@/access/roles';
import { messages } from '@/messages';
import { IMPORT_PATH } from './import-words';

/** Above the list of annual reports, the way to the import, for those who may write reports. */
export function ImportLink({ i18n, user }: ServerProps) {
  if (!hasRole(user as never, 'editor', 'administrator')) return null;
  const words = messages[i18n?.language === 'en' ? 'en' : 'zh-CN'].reportUpload;
  return (
    <p>
      <a href={IMPORT_PATH}>{words.open}</a>
    </p>
  );
}
