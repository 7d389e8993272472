import type { OutlineItem } from '@/components/Outline/Outline';
import type { Structure } from '@/domain/documents/structure';

/** Texts with chapters show them; short ones without any show their articles. */
const MOST_ARTICLES = 60;

/** What stands beside the text: its headings, or its articles where it has no headings. */
export function outlineOf({ outline, articles }: Structure): OutlineItem[] {
  if (outline.length > 0) {
    return outline.map(({ id, level, text }) => ({
      id,
      label: text,
      level: Math.min(level, 3) as 1 | 2 | 3,
    }));
  }
  if (articles.length > MOST_ARTICLES) return [];
  return articles.map(({ id, label }) => ({ id, label, level: 1 }));
}
