import type { CollectionConfig } from 'payload';
import { canKeepSearch, looksAtSearches } from '@/access/roles';
import { checkWords } from './check-words';
import { forgetChangedRule, forgetDeletedRule } from './forget-rules';
import { questionAsked } from './question-asked';

/** 同义词: words of this place that mean the same, added to those of the dictionary. They hold at once. */
export const SearchSynonyms: CollectionConfig = {
  slug: 'search-synonyms',
  labels: {
    singular: { zh: '检索同义词', en: 'Search synonyms' },
    plural: { zh: '检索同义词', en: 'Search synonyms' },
  },
  defaultSort: '-updatedAt',
  admin: {
    useAsTitle: 'words',
    defaultColumns: ['words', 'isOneWay', 'updatedAt'],
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
    beforeChange: [checkWords],
    afterChange: [forgetChangedRule],
    afterDelete: [forgetDeletedRule],
  },
  fields: [
    {
      name: 'words',
      type: 'text',
      hasMany: true,
      required: true,
      minRows: 2,
      maxRows: 20,
      defaultValue: questionAsked,
      label: { zh: '意思相同的词', en: 'Words that mean the same' },
      admin: {
        components: { Cell: '/components/admin/WordsCell/WordsCell#WordsCell' },
        description: {
          zh: '每输入一个词按一次回车。群众的说法和文件里的说法都写上，例如：房产证、不动产权证书。',
          en: 'Enter after each word. Give what people say and what documents say.',
        },
      },
    },
    {
      name: 'isOneWay',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '只从第一个词找到其余的词', en: 'Only the first finds the others' },
    },
    { name: 'note', type: 'text', label: { zh: '备注', en: 'Note' } },
  ],
};
