import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`agencies_locales\` ADD \`basis\` text;`)
  await db.run(sql`ALTER TABLE \`agencies_locales\` ADD \`disclosure_office\` text;`)
  await db.run(sql`ALTER TABLE \`site\` ADD \`agency_mark\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`agencies_locales\` DROP COLUMN \`basis\`;`)
  await db.run(sql`ALTER TABLE \`agencies_locales\` DROP COLUMN \`disclosure_office\`;`)
  await db.run(sql`ALTER TABLE \`site\` DROP COLUMN \`agency_mark\`;`)
}
