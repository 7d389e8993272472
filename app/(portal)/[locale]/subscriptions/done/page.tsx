import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { Notice } from '@/components/Notice/Notice';
import { Panel } from '@/components/Panel/Panel';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { columnMeta } from '../../national-meta';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** Knows what this browser has just done. */
export const dynamic = 'force-dynamic';

const WHAT = {
  asked: ['asked.title', 'asked.text'],
  confirmed: ['confirm.done', 'confirm.doneText'],
  lapsed: ['confirm.lapsed', 'confirm.lapsedText'],
  left: ['manage.left', 'manage.leftText'],
  unknown: ['manage.unknown', 'manage.unknownText'],
} as const;

const whatIn = ({ what }: AddressValues): keyof typeof WHAT =>
  typeof what === 'string' && Object.hasOwn(WHAT, what) ? (what as keyof typeof WHAT) : 'unknown';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'subscriptions' });
  const [title] = WHAT[whatIn(await searchParams)];
  return {
    title: t(title),
    robots: { index: false },
    other: await columnMeta(locale, 'subscriptions'),
  };
}

export default async function DonePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('subscriptions');
  const what = whatIn(await searchParams);
  const [title, text] = WHAT[what];
  const demo = what === 'asked' ? await readSealed<{ link: string }>('demo-mail') : null;
  return (
    <>
      <Breadcrumbs items={[{ label: t('title'), href: '/subscriptions' }]} />
      <Panel title={t(title)}>
        <p>{t(text)}</p>
        {what === 'asked' && <p>{t('asked.none')}</p>}
      </Panel>
      {demo && (
        <Notice title={t('demoMail.title')}>
          <p>{t('demoMail.text')}</p>
          <p>
            <a href={demo.link}>{t('demoMail.link')}</a>
          </p>
        </Notice>
      )}
      <p>
        <LinkButton href="/subscriptions" kind="secondary">
          {t('asked.back')}
        </LinkButton>
      </p>
    </>
  );
}
