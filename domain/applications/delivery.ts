import type { DeliveryWay, InformationForm } from './applicants';

type Wanted = {
  form?: string | null;
  delivery?: string | null;
  email?: string | null;
  address?: string | null;
};

/**
 * Why the information can't reach the applicant in the way that they chose; a message in
 * `applications.errors`, null for nothing.
 */
export function deliveryProblem({ form, delivery, email, address }: Wanted): string | null {
  const wanted = form as InformationForm | null | undefined;
  const way = delivery as DeliveryWay | null | undefined;
  if (wanted === 'paper' && (way === 'email' || way === 'online')) return 'paperDelivery';
  if (wanted === 'inspect' && way !== 'in-person') return 'inspectDelivery';
  if (way === 'email' && !email) return 'emailRequired';
  return way === 'post' && !address ? 'addressRequired' : null;
}
