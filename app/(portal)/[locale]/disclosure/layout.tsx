import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Columns } from '@/components/Columns/Columns';
import { PhoneFold } from '@/components/PhoneFold/PhoneFold';
import type { Locale } from '@/i18n/routing';
import { columnTree } from '@/queries/columns';
import { FrameNav, type FrameItem } from './FrameNav';
import { PARTS } from './parts';
import styles from './disclosure.module.css';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The prescribed frame: the parts at the left on every page, the content at the right. */
export default async function DisclosureLayout({ children, params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('platform');
  const catalogue = await getTranslations('catalogue');
  const tree = await columnTree(locale as Locale);
  const items: FrameItem[] = PARTS.map(({ key, href }) => ({
    href,
    label: t(`parts.${key}.title`),
    below:
      key === 'statutory'
        ? [
            // 基层政务公开 has a page of its own, which leads on to its fields.
            ...tree
              .filter(({ slug }) => slug !== 'grassroots')
              .map(({ slug, name, children: below }) => ({
                href: `/disclosure/columns/${slug}`,
                label: name,
                within: below.map((child) => `/disclosure/columns/${child.slug}`),
              })),
            {
              href: '/disclosure/grassroots',
              label: catalogue('grassroots.title'),
              within: ['/disclosure/townships'],
            },
            { href: '/disclosure/catalogue', label: catalogue('title') },
          ]
        : [],
  }));
  return (
    <div className={styles.frame}>
      <Columns
        sideAt="left"
        side={
          <nav className={styles.nav} aria-label={t('nav')}>
            <PhoneFold label={t('nav')} id="parts">
              <p className={styles.navTitle} aria-hidden="true">
                {t('title')}
              </p>
              <FrameNav items={items} />
            </PhoneFold>
          </nav>
        }
      >
        {children}
      </Columns>
    </div>
  );
}
