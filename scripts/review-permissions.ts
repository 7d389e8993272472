import { writeFileSync } from 'node:fs';
import { permissionsPage } from '../domain/review/permissions';
import { messages } from '../messages';

/** Writes docs/review-permissions.md from the table that the portal is tested against. */
writeFileSync('docs/review-permissions.md', permissionsPage(messages['zh-CN'].review.stages));
