import { getTranslations } from 'next-intl/server';
import * as z from 'zod';
import type { Operation } from '@/app/api/v1/operation';
import { Button } from '@/components/Button/Button';
import { SelectField, TextField } from '@/components/Field/Field';
import { meaningsIn, wordsIn } from '@/domain/open-data/described';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import styles from './developers.module.css';

type Props = { operation: Operation; values: Record<string, string>; locale: Locale };

type Shape = {
  type?: string;
  format?: string;
  description?: string;
  enum?: string[];
  items?: Shape;
  default?: unknown;
};

/** A plain form: it sends its fields to this page, which asks the interface and shows the answer. */
export async function TryForm({ operation, values, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'developers' });
  const fields = [
    ...Object.entries(operation.inPath.shape).map(([name, schema]) => ({
      name,
      schema,
      isIn: true,
    })),
    ...Object.entries(operation.query.shape).map(([name, schema]) => ({
      name,
      schema,
      isIn: !(schema as z.ZodType).safeParse(undefined).success,
    })),
  ];
  return (
    <form
      action={`${getPathname({ href: '/developers', locale })}#try-${operation.id}`}
      method="get"
      className={styles.form}
      aria-label={operation.summary[locale === 'en' ? 'en' : 'zh']}
    >
      <input type="hidden" name="operation" value={operation.id} />
      <div className={styles.fields}>
        {fields.map(({ name, schema, isIn }) => (
          <Parameter
            key={name}
            id={`${operation.id}-${name}`}
            name={name}
            shape={z.toJSONSchema(schema as z.ZodType, { io: 'output' }) as Shape}
            isRequired={isIn}
            value={values[name]}
            any={t('any')}
            locale={locale}
          />
        ))}
      </div>
      <Button type="submit" kind="secondary">
        {t('send')}
      </Button>
    </form>
  );
}

type ParameterProps = {
  id: string;
  name: string;
  shape: Shape;
  isRequired: boolean;
  value?: string;
  any: string;
  locale: Locale;
};

function Parameter({ id, name, shape, isRequired, value, any, locale }: ParameterProps) {
  const description = shape.description ?? shape.items?.description ?? '';
  const label = (
    <>
      {wordsIn(description, locale)} <code className={styles.name}>{name}</code>
    </>
  );
  const codes = shape.enum ?? shape.items?.enum;
  if (codes) {
    const meanings = meaningsIn(description);
    const options = codes.map((code) => {
      const meaning = locale === 'en' ? undefined : meanings.get(code);
      return { value: code, label: meaning ? `${meaning} (${code})` : code };
    });
    return (
      <SelectField
        id={id}
        name={name}
        label={label}
        optional={!isRequired}
        options={[{ value: '', label: any }, ...options]}
        defaultValue={value ?? ''}
      />
    );
  }
  const isNumber =
    (shape.type ?? shape.items?.type) === 'integer' || shape.items?.type === 'integer';
  return (
    <TextField
      id={id}
      name={name}
      label={label}
      optional={!isRequired}
      required={isRequired}
      defaultValue={value}
      inputMode={isNumber ? 'numeric' : undefined}
      placeholder={placeholderOf(shape)}
      autoComplete="off"
    />
  );
}

function placeholderOf({ format, default: value }: Shape): string | undefined {
  if (format === 'date') return 'YYYY-MM-DD';
  if (format === 'date-time') return '2026-11-25T00:00:00Z';
  return value === undefined ? undefined : String(value);
}
