import styles from '../../applications.module.css';

/** The reply as it was issued: title, number, addressee, paragraphs, then agency and date at the right. */
export function Letter({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const roleOf = (index: number) => {
    if (index === 0) return styles.title;
    if (index === 1) return styles.number;
    if (index === 2) return styles.addressee;
    return index >= lines.length - 2 ? styles.signature : undefined;
  };
  return (
    <div className={styles.letter} lang="zh-CN">
      {lines.map((line, index) => (
        <p key={index} className={roleOf(index)}>
          {line}
        </p>
      ))}
    </div>
  );
}
