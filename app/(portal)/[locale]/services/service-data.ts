import type { Locale } from '@/i18n/routing';
import type { Service } from '@/payload-types';
import { titleIn } from '@/queries/document-items';
import { pageAddress } from '@/queries/lists/words';
import { agencyIn } from '@/queries/services';

/** A service as schema.org knows it. */
export function serviceData(service: Service, locale: Locale): Record<string, unknown> {
  const agency = agencyIn(service);
  return {
    '@type': 'GovernmentService',
    name: titleIn(locale, service).title,
    description: service.summary || undefined,
    url: pageAddress(`/services/${service.slug}`, locale),
    serviceType: service.subject,
    provider: agency && {
      '@type': 'GovernmentOrganization',
      name: agency.name,
      url: pageAddress(`/agencies/${agency.slug}`, locale),
    },
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: service.onlineUrl || undefined,
      servicePhone: service.phone && { '@type': 'ContactPoint', telephone: service.phone },
      serviceLocation: service.place && { '@type': 'Place', name: service.place },
    },
  };
}
