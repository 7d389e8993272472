import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { Crumb } from '@/components/Breadcrumbs/Breadcrumbs';
import type { Locale } from '@/i18n/routing';
import type { Document } from '@/payload-types';
import { titleIn } from '@/queries/document-items';
import { findDocument } from '@/queries/documents';
import { versionsOf, type TextVersion } from '@/queries/versions';

export type Opened = { document: Document; versions: TextVersion[]; crumbs: Crumb[] };

/** The published document of an address with its published versions; without one the page isn't there. */
export async function openVersions(slug: string, locale: Locale): Promise<Opened> {
  const document = await findDocument(slug, locale);
  if (!document) notFound();
  const versions = await versionsOf(document);
  const t = await getTranslations({ locale, namespace: 'documents' });
  const { title, lang } = titleIn(locale, document);
  return {
    document,
    versions,
    crumbs: [
      { label: t('title'), href: '/documents' },
      { label: title, lang, href: `/documents/${document.slug}` },
    ],
  };
}

/** The version of a number in an address; `01`, `1e0` and the like are no addresses of it. */
export function versionAt(versions: readonly TextVersion[], number: string): TextVersion {
  const version = versions.find((one) => String(one.number) === number);
  if (!version) notFound();
  return version;
}
