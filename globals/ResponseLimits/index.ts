import type { GlobalConfig, NumberField } from 'payload';
import { administrators, anyone } from '@/access/roles';
import { RESPONSE_LIMITS, type ResponseLimit } from '@/domain/letters/limits';
import { wholeNumber } from '@/fields/whole-number';

const field = ([name, { days, zh, en }]: [string, ResponseLimit]): NumberField => ({
  name,
  type: 'number',
  required: true,
  min: 1,
  max: 250,
  validate: wholeNumber,
  defaultValue: days,
  label: { zh, en },
});

/** 办理时限: how many working days each kind of answer may take. The defaults name their sources. */
export const ResponseLimits: GlobalConfig = {
  slug: 'response-limits',
  label: { zh: '办理时限', en: 'Response limits' },
  admin: {
    group: { zh: '系统', en: 'System' },
    description: {
      zh: '单位为工作日。改动只影响此后收到的来信和此后截止的意见征集。',
      en: 'In working days. A change applies to what comes in afterwards.',
    },
  },
  access: { read: anyone, update: administrators },
  fields: Object.entries(RESPONSE_LIMITS).map(field),
};
