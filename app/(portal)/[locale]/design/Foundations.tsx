import { useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/components/Button/Button';
import { Fold } from '@/components/Fold/Fold';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import { ValidityTag, type Validity } from '@/components/ValidityTag/ValidityTag';
import { Specimen } from './Specimen';
import styles from './design.module.css';

const COLOURS = [
  'paper',
  'paper-2',
  'paper-3',
  'ink',
  'ink-2',
  'rule',
  'edge',
  'link',
  'visited',
  'action',
  'vermilion',
  'mark',
];
const STATES: Validity[] = ['in-force', 'not-yet', 'amended', 'lapsed', 'repealed'];
const LONG_TITLE =
  '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见贯彻落实情况暨宜丰县二十六个试点领域政务公开标准目录编制工作的通报';

export function Foundations() {
  const t = useTranslations('design');
  return (
    <>
      <Specimen id="colour" name="tokens" about={t('about.colour')}>
        <ul className={styles.swatches}>
          {COLOURS.map((name) => (
            <li key={name} className={styles.swatch}>
              <div className={styles.colour} style={{ background: `var(--${name})` }} />
              {t(`colour.${name}`)}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen id="type" name="type" about={t('about.type')}>
        <div className={styles.steps} lang="zh-CN">
          {['text-4', 'text-3', 'text-2', 'text-1', 'text-base', 'text-small'].map((step) => (
            <p key={step} style={{ fontSize: `var(--${step})` }}>
              <span className={styles.serif}>政府信息公开</span> 政府信息公开 〔2020〕17号
            </p>
          ))}
        </div>
      </Specimen>
      <Specimen id="validity" name="ValidityTag" about={t('about.validity')}>
        <p className={styles.row}>
          {STATES.map((state) => (
            <ValidityTag key={state} validity={state} />
          ))}
        </p>
      </Specimen>
      <Specimen id="buttons" name="Button · LinkButton" about={t('about.buttons')}>
        <div className={styles.row}>
          <Button type="button">{t('sample.submit')}</Button>
          <LinkButton href="/applications/new">{t('sample.apply')}</LinkButton>
          <Button type="button" kind="secondary">
            {t('sample.back')}
          </Button>
          <Button type="button" disabled>
            {t('sample.disabled')}
          </Button>
        </div>
      </Specimen>
      <Specimen id="search-box" name="SearchBox" about={t('about.searchBox')}>
        <SearchBox
          size="large"
          label={t('sample.question')}
          examples={['宜府办发〔2020〕18号', '营商环境', '公开条例第三十三条']}
        />
        <SearchBox defaultValue="优化营商环境" hint={t('sample.searchHint')} />
      </Specimen>
      <Specimen id="notices" name="Notice" about={t('about.notices')}>
        <Notice title={t('sample.infoTitle')}>
          <p>{t('sample.infoText')}</p>
        </Notice>
        <Notice kind="warn" title={t('sample.warnTitle')} />
        <Notice kind="repealed" title={t('sample.repealedTitle')}>
          <p>{t('sample.repealedText')}</p>
        </Notice>
      </Specimen>
      <Specimen id="fold" name="Fold" about={t('about.fold')}>
        <Fold summary={t('sample.foldSummary')}>
          <p>{t('sample.foldText')}</p>
        </Fold>
        <Fold summary={t('sample.foldSummary')} open>
          <p>{t('sample.foldText')}</p>
        </Fold>
      </Specimen>
      <Specimen id="page-title" name="PageTitle" about={t('about.pageTitle')}>
        {/* Spoken as a group, because the page itself has its one h1 already. */}
        <div role="group" aria-label="PageTitle">
          <PageTitle
            level={4}
            title={LONG_TITLE}
            lang="zh-CN"
            number="宜府办发〔2020〕22号"
            official
          />
          <PageTitle level={4} title={t('sample.pageTitle')} lead={t('sample.pageLead')} />
        </div>
      </Specimen>
    </>
  );
}
