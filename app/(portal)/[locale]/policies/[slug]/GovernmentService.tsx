import { JsonLd } from '@/components/JsonLd/JsonLd';
import type { Policy } from '@/payload-types';
import { pageAddress } from '@/queries/lists/words';

/** The guide for programs that read schema.org; the words are those of the page. */
export function GovernmentService({ policy, published }: { policy: Policy; published?: string }) {
  const agency = typeof policy.agency === 'object' ? policy.agency : null;
  const service = {
    '@type': 'GovernmentService',
    name: policy.title,
    description: policy.benefit,
    url: pageAddress(`/policies/${policy.slug}`, 'zh-CN'),
    inLanguage: 'zh-CN',
    ...(published && { datePublished: published }),
    ...(agency && {
      provider: {
        '@type': 'GovernmentOrganization',
        name: agency.name,
        url: pageAddress(`/agencies/${agency.slug}`, 'zh-CN'),
      },
    }),
    ...(policy.phone && {
      availableChannel: {
        '@type': 'ServiceChannel',
        servicePhone: { '@type': 'ContactPoint', telephone: policy.phone },
      },
    }),
  };
  return <JsonLd data={service} />;
}
