type Wanted = {
  form?: string | null;
  delivery?: string | null;
  email?: string | null;
  address?: string | null;
};

/** Whether a way gives the information in the form that was chosen; a message in `applications.errors`, null for yes. */
export function wayProblem(form?: string | null, way?: string | null): string | null {
  if (form === 'paper' && (way === 'email' || way === 'online')) return 'paperDelivery';
  return form === 'inspect' && way !== 'in-person' ? 'inspectDelivery' : null;
}

/**
 * Why the information can't reach the applicant in the way that they chose; a message in
 * `applications.errors`, null for nothing.
 */
export function deliveryProblem({ form, delivery, email, address }: Wanted): string | null {
  const problem = wayProblem(form, delivery);
  if (problem) return problem;
  if (delivery === 'email' && !email) return 'emailRequired';
  return delivery === 'post' && !address ? 'addressRequired' : null;
}
