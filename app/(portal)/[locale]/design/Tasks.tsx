import { useTranslations } from 'next-intl';
import { Button } from '@/components/Button/Button';
import { DueDate } from '@/components/DueDate/DueDate';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { ChoiceField, SelectField, TextAreaField, TextField } from '@/components/Field/Field';
import { Panel } from '@/components/Panel/Panel';
import { Timeline } from '@/components/Timeline/Timeline';
import { Specimen } from './Specimen';
import styles from './design.module.css';

export function Tasks() {
  const t = useTranslations('design');
  return (
    <>
      <Specimen id="errors" name="ErrorSummary · Field" about={t('about.errors')}>
        <form className={styles.form} action="/design" method="get">
          <ErrorSummary
            headingLevel={4}
            focus={false}
            errors={[
              { field: 'phone', message: t('form.phoneError') },
              { field: 'means', message: t('form.meansError') },
            ]}
          />
          <br />
          <TextField
            name="name"
            label={t('form.name')}
            hint={t('form.nameHint')}
            autoComplete="name"
            width="half"
          />
          <TextField
            name="phone"
            label={t('form.phone')}
            hint={t('form.phoneHint')}
            error={t('form.phoneError')}
            defaultValue="1380000"
            type="tel"
            inputMode="tel"
            width="half"
          />
          <TextAreaField name="content" label={t('form.content')} hint={t('form.contentHint')} />
          <ChoiceField
            name="means"
            label={t('form.means')}
            error={t('form.meansError')}
            options={[
              { value: 'email', label: t('form.email'), hint: t('form.emailHint') },
              { value: 'post', label: t('form.post') },
              { value: 'desk', label: t('form.desk') },
            ]}
          />
          <ChoiceField
            name="needs"
            multiple
            optional
            label={t('form.needs')}
            options={[
              { value: 'large', label: t('form.large') },
              { value: 'oral', label: t('form.oral') },
            ]}
            defaultValue={['large']}
          />
          <SelectField
            name="agency-asked"
            label={t('form.agency')}
            options={[
              { value: '', label: t('form.choose') },
              { value: 'office', label: t('filters.office') },
            ]}
          />
          <Button type="button">{t('form.next')}</Button>
        </form>
      </Specimen>
      <Specimen id="panel" name="Panel" about={t('about.panel')}>
        <Panel
          headingLevel={4}
          title={t('panel.title')}
          codes={[
            { label: t('panel.receipt'), value: 'YF-2026-000123' },
            { label: t('panel.code'), value: '7KQ4-M9TD' },
          ]}
        >
          <p>{t('panel.text')}</p>
        </Panel>
      </Specimen>
      <Specimen id="due" name="DueDate" about={t('about.due')}>
        <DueDate day="2026-12-10" workdaysLeft={12} explanation={<p>{t('due.explanation')}</p>} />
        <DueDate day="2027-01-12" workdaysLeft={20} provisional />
        <DueDate day="2026-11-24" workdaysLeft={0} />
        <DueDate day="2026-11-20" workdaysLeft={-2} />
      </Specimen>
      <Specimen id="timeline" name="Timeline" about={t('about.timeline')}>
        <Timeline
          label={t('timeline.label')}
          steps={[
            { state: 'done', title: t('timeline.received'), date: '2026-11-12' },
            {
              state: 'now',
              title: t('timeline.handling'),
              date: '2026-11-13',
              text: t('timeline.handlingText'),
            },
            { state: 'next', title: t('timeline.reply'), date: '2026-12-10' },
          ]}
        />
      </Specimen>
    </>
  );
}
