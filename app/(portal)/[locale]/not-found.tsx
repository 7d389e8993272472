import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/Button/Button';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import styles from './not-found.module.css';

export default function NotFound() {
  const t = useTranslations('shell');
  return (
    <div className={styles.page}>
      <PageTitle title={t('notFound.title')} lead={t('notFound.text')} />
      <SearchBox />
      <ul className={styles.ways}>
        <li>
          <Link href="/documents">{t('notFound.documents')}</Link>
        </li>
        <li>
          <Link href="/applications">{t('notFound.apply')}</Link>
        </li>
      </ul>
      <LinkButton href="/" kind="secondary">
        {t('notFound.home')}
      </LinkButton>
    </div>
  );
}
