import { writeFileSync } from 'node:fs';
import { actionsPage } from '../domain/applications/actions-page';
import { messages } from '../messages';

/** Writes docs/application-actions.md from the table that the portal is tested against. */
const { cases, applications } = messages['zh-CN'];
writeFileSync(
  'docs/application-actions.md',
  actionsPage({ ...cases, statuses: applications.statuses }),
);
