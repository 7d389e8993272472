import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Columns } from '@/components/Columns/Columns';
import { PhoneFold } from '@/components/PhoneFold/PhoneFold';
import type { Locale } from '@/i18n/routing';
import { scopeOf } from '@/queries/column-tree';
import { columnTree } from '@/queries/columns';
import { FrameNav, type FrameItem } from './FrameNav';
import { PARTS, PARTS_OF_COLUMNS } from './parts';
import styles from './disclosure.module.css';

type Props = { children: ReactNode; locale: Locale };

/**
 * The prescribed frame (国办公开办函〔2019〕61号): the five parts at the left on every page of them, the content at the
 * right. A part whose pages lie elsewhere (依申请公开, the agencies) is put into it by its own page.
 */
export async function DisclosureFrame({ children, locale }: Props) {
  const t = await getTranslations('platform');
  const catalogue = await getTranslations('catalogue');
  const tree = await columnTree(locale);
  const items: FrameItem[] = PARTS.map(({ key, href }) => ({
    href,
    label: t(`parts.${key}.title`),
    // A retired column is listed nowhere, and still stands in this part.
    within: key === 'statutory' ? ['/disclosure/columns'] : [],
    below:
      key === 'statutory'
        ? [
            // 基层政务公开 has a page of its own, which leads on to its fields.
            ...tree
              .filter(({ slug }) => slug !== 'grassroots')
              .map(({ slug, name, children: below }) => ({
                href: `/disclosure/columns/${slug}`,
                label: name,
                within: below.flatMap((child) => [
                  `/disclosure/columns/${child.slug}`,
                  ...(child.slug === 'institutions' ? [PARTS_OF_COLUMNS[child.slug]!] : []),
                ]),
              })),
            {
              href: '/disclosure/grassroots',
              label: catalogue('grassroots.title'),
              within: [
                '/disclosure/townships',
                ...tree
                  .filter(({ slug }) => slug === 'grassroots')
                  .flatMap(scopeOf)
                  .map((slug) => `/disclosure/columns/${slug}`),
              ],
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
