import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { receivingAgencies } from '@/collections/Applications/file-application';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { ApplicationForm } from './ApplicationForm';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** What is wanted may come in the address: made for each visit, unlike the pages that are kept. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'applications' });
  return { title: t('newTitle'), robots: { index: false } };
}

export default async function NewApplicationPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('applications');
  const values = await searchParams;
  const agencies = await receivingAgencies(await portal(), locale);
  const first = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const asked = agencies.find(({ slug }) => slug === first('agency'));
  const office = agencies.find(({ kind }) => kind === 'office');
  // Only the words of the form travel to the browser.
  const { shell, applications } = messages[locale];
  const words = {
    shell: { optional: shell.optional, errors: shell.errors },
    applications: {
      parts: applications.parts,
      fields: applications.fields,
      applicants: applications.applicants,
      forms: applications.forms,
      delivery: applications.delivery,
      choose: applications.choose,
      privacy: applications.privacy,
      send: applications.send,
      sending: applications.sending,
    },
  };
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('title'), href: '/applications' }, { label: t('newTitle') }]}
      />
      <PageTitle title={t('newTitle')} lead={t('newLead')} />
      <Notice>
        {t.rich('searchFirst', { link: (chunks) => <Link href="/search">{chunks}</Link> })}
      </Notice>
      <NextIntlClientProvider locale={locale} messages={words as never}>
        <ApplicationForm
          agencies={agencies.map(({ slug, name }) => ({ value: slug, label: name }))}
          start={{
            applicantKind: 'natural',
            agency: asked?.slug ?? office?.slug ?? agencies[0]?.slug ?? '',
            informationTitle: first('informationTitle').slice(0, 200),
            informationNumber: first('informationNumber').slice(0, 100),
          }}
        />
      </NextIntlClientProvider>
    </>
  );
}
