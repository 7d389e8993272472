import { useTranslations } from 'next-intl';
import {
  ChoiceField,
  SelectField,
  TextAreaField,
  TextField,
  type TextFieldProps,
} from '@/components/Field/Field';
import {
  applicantKinds,
  deliveryWays,
  idTypes,
  informationForms,
} from '@/domain/applications/applicants';
import { isPerson, type Answers } from '@/domain/applications/steps';
import styles from './form.module.css';

type Props = { answers: Answers; errors: { field: string; message: string }[] };

const errorOf = ({ errors }: Props, name: string) =>
  errors.find(({ field }) => field === name)?.message;

/** Which column of the annual table somebody belongs to: it decides what else is asked. */
export function WhoFields(props: Props) {
  const t = useTranslations('applyForm');
  const words = useTranslations('applications');
  return (
    <ChoiceField
      name="applicantKind"
      label={t('fields.applicantKind.label')}
      options={applicantKinds.map((value) => ({
        value,
        label: words(`applicants.kinds.${value}`),
        hint: t(`kinds.${value}`),
      }))}
      defaultValue={props.answers.applicantKind}
      error={errorOf(props, 'applicantKind')}
    />
  );
}

/** 条例第二十九条第二款第一项: 申请人的姓名或者名称、身份证明、联系方式. */
export function IdentityFields(props: Props) {
  const t = useTranslations('applyForm');
  const words = useTranslations('applications');
  const line = useLine(props);
  const isOne = isPerson(props.answers);
  return (
    <>
      {isOne ? (
        <>
          {line('name', { autoComplete: 'name', width: 'half' })}
          <SelectField
            name="idType"
            label={t('fields.idType.label')}
            hint={t('fields.idType.hint')}
            options={[
              { value: '', label: t('choose') },
              ...idTypes.map((value) => ({ value, label: words(`applicants.idTypes.${value}`) })),
            ]}
            defaultValue={props.answers.idType}
            error={errorOf(props, 'idType')}
          />
          {line('idNumber', { autoComplete: 'off', spellCheck: false })}
        </>
      ) : (
        <>
          {line('name', {
            autoComplete: 'organization',
            label: t('fields.organisationName.label'),
            hint: t('fields.organisationName.hint'),
          })}
          {line('creditCode', { autoComplete: 'off', spellCheck: false })}
          {line('representative', { optional: true, hint: undefined, width: 'half' })}
        </>
      )}
      {line('phone', { type: 'tel', autoComplete: 'tel', width: 'half' })}
      {line('email', { type: 'email', autoComplete: 'email' })}
    </>
  );
}

/** 第二项: 申请公开的政府信息的名称、文号或者便于行政机关查询的其他特征性描述. */
export function WhatFields({
  agencies,
  ...props
}: Props & { agencies: { value: string; label: string }[] }) {
  const t = useTranslations('applyForm');
  const line = useLine(props);
  return (
    <>
      {line('informationTitle', { autoComplete: 'off' })}
      {line('informationNumber', { optional: true, autoComplete: 'off' })}
      <TextAreaField
        name="description"
        label={t('fields.description.label')}
        hint={t('fields.description.hint')}
        optional
        defaultValue={props.answers.description}
        error={errorOf(props, 'description')}
      />
      <SelectField
        name="agency"
        label={t('fields.agency.label')}
        hint={t('fields.agency.hint')}
        options={agencies}
        defaultValue={props.answers.agency}
        error={errorOf(props, 'agency')}
      />
    </>
  );
}

/** 第三项: 申请公开的政府信息的形式要求，包括获取信息的方式、途径. */
export function HowFields(props: Props) {
  const t = useTranslations('applyForm');
  const words = useTranslations('applications');
  const line = useLine(props);
  return (
    <>
      <ChoiceField
        name="form"
        label={t('fields.form.label')}
        options={informationForms.map((value) => ({ value, label: words(`forms.${value}`) }))}
        defaultValue={props.answers.form}
        error={errorOf(props, 'form')}
      />
      <ChoiceField
        name="delivery"
        label={t('fields.delivery.label')}
        options={deliveryWays.map((value) => ({ value, label: words(`delivery.${value}`) }))}
        defaultValue={props.answers.delivery}
        error={errorOf(props, 'delivery')}
      />
      <div className={styles.byEmail}>
        {line('email', {
          type: 'email',
          autoComplete: 'email',
          label: t('fields.deliveryEmail.label'),
          hint: t('fields.deliveryEmail.hint'),
        })}
      </div>
      <div className={styles.byPost}>
        {line('address', { autoComplete: 'street-address' })}
        {line('postcode', {
          optional: true,
          hint: undefined,
          inputMode: 'numeric',
          autoComplete: 'postal-code',
          width: 'short',
        })}
      </div>
    </>
  );
}

type Line =
  | 'name'
  | 'idNumber'
  | 'creditCode'
  | 'representative'
  | 'phone'
  | 'email'
  | 'address'
  | 'postcode'
  | 'informationTitle'
  | 'informationNumber';

/** A line of the form, with its words, what was entered and what is wrong with it. */
function useLine(props: Props) {
  const t = useTranslations('applyForm');
  return function line(name: Line, rest: Partial<TextFieldProps>) {
    return (
      <TextField
        name={name}
        label={t(`fields.${name}.label`)}
        hint={'hint' in rest ? undefined : t(`fields.${name as 'phone'}.hint`)}
        defaultValue={props.answers[name]}
        error={errorOf(props, name)}
        {...rest}
      />
    );
  };
}
