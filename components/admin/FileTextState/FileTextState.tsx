import type { UIFieldServerProps } from 'payload';
import { messages } from '@/messages';
import styles from './FileTextState.module.css';

/** In the admin, beside a file: whether the search reads its text, or why not and what to do. */
export async function FileTextState({ data, payload, user, i18n }: UIFieldServerProps) {
  const id = data?.id as number | string | undefined;
  if (id === undefined) return null;
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].editor.files.text;
  const { docs } = await payload.find({
    collection: 'file-texts',
    where: { file: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { state: true, reason: true, detail: true, characters: true },
    overrideAccess: false,
    user,
  });
  const [found] = docs;
  const state = {
    read: words.read.replace('{count}', (found?.characters ?? 0).toLocaleString(locale)),
    'no-text': words.noText,
    unreadable: words.unreadable.replace('{reason}', words.reasons[found?.reason ?? 'damaged']),
  };
  return (
    <div className={styles.state}>
      <p className={styles.label}>{words.label}</p>
      <p className={styles.words}>{found ? state[found.state] : words.waiting}</p>
      {found?.detail && (
        <p className={styles.detail} lang="zh-CN">
          {found.detail}
        </p>
      )}
    </div>
  );
}
