import { useTranslations } from 'next-intl';
import { Section } from '@/components/Section/Section';
import type { File } from '@/payload-types';
import styles from './interpretation.module.css';

type Props = { video?: File; captions?: File; words: string[]; title: string };

/** A film that plays with its captions, and all that it says and shows written out below. */
export function Film({ video, captions, words, title }: Props) {
  const t = useTranslations('interpretations');
  return (
    <>
      {video?.url ? (
        <figure className={styles.film}>
          <video
            controls
            playsInline
            preload="metadata"
            aria-label={t('videoLabel', { title })}
            className={styles.video}
          >
            <source src={video.url} type={video.mimeType ?? 'video/mp4'} />
            {captions?.url && (
              <track
                kind="captions"
                src={captions.url}
                srcLang="zh-CN"
                label={t('captionsLabel')}
                default
              />
            )}
            <p>{t('videoFallback')}</p>
          </video>
          <figcaption className={styles.filmNote}>
            <a href={video.url}>{t('downloadVideo')}</a>
          </figcaption>
        </figure>
      ) : (
        words.length > 0 && <p className={styles.filmNote}>{t('noVideo')}</p>
      )}
      {words.length > 0 && (
        <Section title={t('transcript')} id="transcript">
          {words.map((line, i) => (
            <p key={i} lang="zh-CN" className={styles.line}>
              {line}
            </p>
          ))}
        </Section>
      )}
    </>
  );
}
