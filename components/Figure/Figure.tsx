import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Fold } from '../Fold/Fold';
import styles from './Figure.module.css';

export type FigureProps = {
  src: string;
  /** What the picture is; its words stand in `text`. */
  alt: string;
  width?: number;
  height?: number;
  caption?: ReactNode;
  /** The words of an illustrated interpretation, for those who cannot see the picture and for search. */
  text?: ReactNode;
  textOpen?: boolean;
};

/** A picture never without its words. */
export function Figure({ src, alt, width, height, caption, text, textOpen }: FigureProps) {
  const t = useTranslations('shell');
  return (
    <figure className={styles.figure}>
      {/* Pictures come from the portal's own store at their final size, so nothing is left to optimise. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img src={src} alt={alt} width={width} height={height} className={styles.image} />
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      {text && (
        <Fold summary={t('figure.text')} open={textOpen}>
          {text}
        </Fold>
      )}
    </figure>
  );
}
