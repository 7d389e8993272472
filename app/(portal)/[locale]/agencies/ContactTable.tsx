import { useTranslations } from 'next-intl';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import type { Agency } from '@/payload-types';

/** Where an agency is and how to reach it (条例第二十条第二项: 办公地址、办公时间、联系方式). */
export function ContactTable({ agency }: { agency: Agency }) {
  const t = useTranslations('agencies');
  const { address, hours, phone, fax, email, postcode, code, disclosureOffice } = agency;
  return (
    <MetadataTable
      rows={[
        { term: t('fields.address'), value: address, wide: true },
        { term: t('fields.hours'), value: hours, wide: true },
        { term: t('fields.phone'), value: phone && <a href={`tel:${phone}`}>{phone}</a> },
        { term: t('fields.fax'), value: fax },
        { term: t('fields.email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
        { term: t('fields.postcode'), value: postcode },
        { term: t('fields.disclosureOffice'), value: disclosureOffice },
        { term: t('fields.code'), value: code },
      ]}
    />
  );
}
