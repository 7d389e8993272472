import { useTranslations } from 'next-intl';
import { Section } from '@/components/Section/Section';

/** What the portal itself has to say where no editor has written a page yet; the foot of every page leads here. */
const PARTS = {
  accessibility: ['done', 'known', 'help'],
  privacy: ['visit', 'apply', 'keep'],
} as const;

export type BuiltInName = keyof typeof PARTS;

export const isBuiltIn = (slug: string): slug is BuiltInName => Object.hasOwn(PARTS, slug);

export function BuiltIn({ name }: { name: BuiltInName }) {
  const t = useTranslations('shell.about');
  return PARTS[name].map((part) => (
    <Section key={part} title={t(`${name}.${part}.title`)} id={part}>
      <p>{t(`${name}.${part}.text`)}</p>
    </Section>
  ));
}
