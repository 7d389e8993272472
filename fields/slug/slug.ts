import type { FieldHook, TextField } from 'payload';

/** The permanent name in an address: unique, lower case, never changed once set. */
export const slug = (rest: Partial<TextField> = {}): TextField =>
  ({
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    label: { zh: '网址名', en: 'Address name' },
    validate: (value: unknown) =>
      isAddressName(value) ||
      '网址名只能用小写字母、数字和连字符。 Use lower-case letters, digits and hyphens.',
    ...rest,
    hooks: {
      ...rest.hooks,
      beforeChange: [keepPublic, ...(rest.hooks?.beforeChange ?? [])],
      beforeDuplicate: [notCopied],
    },
    admin: {
      position: 'sidebar',
      description: {
        zh: '发布后不再改变，旧链接因此永远有效。',
        en: 'Never changes after publication, so that old links keep working.',
      },
      ...rest.admin,
    },
  }) as TextField;

/** Whether a value may stand in an address. Drafts are saved without validation: hooks ask this too. */
export const isAddressName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,119}$/.test(value);

/** What the address of a draft starts with until the text is submitted and gets its own. */
export const PROVISIONAL_PREFIX = 'draft-';

export const isProvisional = (slug: string): boolean => /^draft-[0-9a-f]{12}$/.test(slug);

/** What a copy of a text must not take along; Payload would write “… - Copy” into a unique field. */
export const notCopied: FieldHook = () => null;

/** An address that somebody may have printed stays; the hook says so to REST and imports as well. */
const keepPublic: FieldHook = ({ collection, operation, originalDoc, value }) => {
  if (operation !== 'update' || !originalDoc?.slug || isProvisional(originalDoc.slug)) return value;
  const wasPublic = !collection?.versions?.drafts || Boolean(originalDoc.publishedOn);
  return wasPublic ? originalDoc.slug : value;
};
