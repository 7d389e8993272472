import Link from 'next/link';
import type { DefaultServerCellComponentProps } from 'payload';

/** A list of words in a row of the admin, as a person writes it; Payload would print the JSON. */
export function WordsCell({
  cellData,
  rowData,
  collectionSlug,
  link,
  linkURL,
}: DefaultServerCellComponentProps) {
  const words = Array.isArray(cellData) ? cellData.join('、') : '';
  if (!link || !rowData) return <span>{words}</span>;
  const href = linkURL ?? `/admin/collections/${collectionSlug}/${encodeURIComponent(rowData.id)}`;
  return (
    <Link href={href} prefetch={false}>
      {words}
    </Link>
  );
}
