import type { Policy } from '@/payload-types';
import { pageAddress } from '@/queries/lists/words';

/** The guide for programs that read schema.org; the words are those of the page. */
export function GovernmentService({ policy, published }: { policy: Policy; published?: string }) {
  const agency = typeof policy.agency === 'object' ? policy.agency : null;
  const service = {
    '@context': 'https://schema.org',
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
  // Nothing in a text may end the script that holds it.
  const json = JSON.stringify(service).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
