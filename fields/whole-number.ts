import type { NumberFieldValidation } from 'payload';
import { number as payloadNumber } from 'payload/shared';
import { localeOf } from '@/access/language';
import { messages } from '@/messages';

/** A number without a part after the point, such as working days, within the field's own limits. */
export const wholeNumber: NumberFieldValidation = (value, options) => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    return messages[localeOf(options.req)].desk.shape.wholeNumber;
  }
  return payloadNumber(value, options);
};
