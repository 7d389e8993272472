import { DocumentList } from '@/components/DocumentList/DocumentList';
import { InterpretationList } from '@/components/InterpretationList/InterpretationList';
import { documentItem, interpretationItem } from '@/queries/document-items';
import type { TopicItem } from '@/queries/topic-items';

type Props = { items: readonly TopicItem[]; locale: string; headingLevel: 2 | 3 };

/** Items stay in their order; neighbours of one kind share a list. */
export function TopicItems({ items, locale, headingLevel }: Props) {
  const runs: TopicItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last?.[0]?.relationTo === item.relationTo) last.push(item);
    else runs.push([item]);
  }
  return runs.map((run, i) =>
    run[0]?.relationTo === 'documents' ? (
      <DocumentList
        key={i}
        headingLevel={headingLevel}
        compact
        items={run.flatMap((item) =>
          item.relationTo === 'documents' ? [documentItem(item.value, locale)] : [],
        )}
      />
    ) : (
      <InterpretationList
        key={i}
        headingLevel={headingLevel}
        compact
        items={run.flatMap((item) =>
          item.relationTo === 'interpretations' ? [interpretationItem(item.value, locale)] : [],
        )}
      />
    ),
  );
}
