import type { UIField } from 'payload';
import { applicantSecrets } from '@/domain/applications/applicants';

/** Sealed fields that can be shown in full, by their path; `consultations` is all that was asked of
 * others, `history` how amended items read before. */
export const revealable = [
  ...applicantSecrets,
  'supplement.text',
  'reasons.text',
  'rating.comment',
  'consultations',
  'history',
] as const;
export type Revealable = (typeof revealable)[number];

export const isRevealable = (value: unknown): value is Revealable =>
  (revealable as readonly unknown[]).includes(value);

/** The button under masked fields with which whoever may see them in full asks for them. */
export const revealField = (name: string, fields: readonly Revealable[]): UIField => ({
  name,
  type: 'ui',
  admin: {
    disableListColumn: true,
    components: {
      Field: {
        path: '/components/admin/Reveal/Reveal#Reveal',
        clientProps: { fields: [...fields] },
      },
    },
  },
});
