import type { CollectionConfig } from 'payload';
import { canKeepSearch, looksAtSearches } from '@/access/roles';
import { day } from '@/fields/day';
import { forgetChangedRule, forgetDeletedRule } from '../SearchSynonyms/forget-rules';
import { questionAsked } from '../SearchSynonyms/question-asked';
import { checkPin, PINNABLE } from './check-pin';

/** 置顶结果: what stands first for certain questions, until a day. Only what the public may read is shown. */
export const SearchPins: CollectionConfig = {
  slug: 'search-pins',
  labels: {
    singular: { zh: '检索置顶', en: 'Pinned result' },
    plural: { zh: '检索置顶', en: 'Pinned results' },
  },
  defaultSort: '-updatedAt',
  admin: {
    useAsTitle: 'questions',
    defaultColumns: ['questions', 'results', 'until'],
    group: { zh: '检索', en: 'Search' },
    components: { beforeListTable: ['/components/admin/SearchBoard/SearchLink#SearchLink'] },
  },
  access: {
    read: looksAtSearches,
    create: canKeepSearch,
    update: canKeepSearch,
    delete: canKeepSearch,
  },
  hooks: {
    beforeChange: [checkPin],
    afterChange: [forgetChangedRule],
    afterDelete: [forgetDeletedRule],
  },
  fields: [
    {
      name: 'questions',
      type: 'text',
      hasMany: true,
      required: true,
      minRows: 1,
      maxRows: 20,
      defaultValue: questionAsked,
      label: { zh: '检索词', en: 'Questions' },
      admin: {
        components: { Cell: '/components/admin/WordsCell/WordsCell#WordsCell' },
        description: {
          zh: '检索词与其中一个相同时置顶；空格、全角半角、大小写不计。',
          en: 'A question that is the same as one of these; blanks, width and case do not count.',
        },
      },
    },
    {
      name: 'results',
      type: 'relationship',
      relationTo: [...PINNABLE],
      hasMany: true,
      required: true,
      minRows: 1,
      maxRows: 5,
      label: { zh: '置顶的内容', en: 'Results that stand first' },
    },
    {
      name: 'standing',
      type: 'ui',
      admin: { components: { Field: '/components/admin/PinStanding/PinStanding#PinStanding' } },
    },
    day('until', { zh: '到哪天为止', en: 'Until' }),
    { name: 'note', type: 'text', label: { zh: '备注', en: 'Note' } },
  ],
};
