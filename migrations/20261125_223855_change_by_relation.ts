import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

/**
 * What one document did to another was typed on the document it was done to (`change.by`); now it is
 * a relation of the document that acts. The old column stays in the tables, empty and unread: SQLite
 * can't drop a column with a foreign key without writing the whole table anew.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`INSERT INTO \`documents_relations\` (\`_order\`, \`_parent_id\`, \`id\`, \`verb\`, \`document_id\`, \`on\`, \`reason\`)
  	SELECT row_number() OVER (PARTITION BY \`change_by_id\` ORDER BY \`id\`), \`change_by_id\`, lower(hex(randomblob(12))),
  		CASE \`change_status\` WHEN 'amended' THEN 'amends' ELSE 'repeals' END, \`id\`, \`change_on\`, \`change_reason\`
  	FROM \`documents\` WHERE \`change_by_id\` IS NOT NULL AND \`change_status\` IN ('amended', 'repealed');`)
  await db.run(sql`INSERT INTO \`_documents_v_version_relations\` (\`_order\`, \`_parent_id\`, \`verb\`, \`document_id\`, \`on\`, \`reason\`, \`_uuid\`)
  	SELECT r.\`_order\`, v.\`id\`, r.\`verb\`, r.\`document_id\`, r.\`on\`, r.\`reason\`, r.\`id\`
  	FROM \`documents_relations\` r JOIN \`_documents_v\` v ON v.\`parent_id\` = r.\`_parent_id\` AND v.\`latest\` = 1;`)
  await db.run(sql`UPDATE \`documents\` SET \`change_status\` = 'none', \`change_on\` = NULL, \`change_reason\` = NULL, \`change_by_id\` = NULL
  	WHERE \`change_by_id\` IS NOT NULL;`)
  await db.run(sql`UPDATE \`_documents_v\` SET \`version_change_status\` = 'none', \`version_change_on\` = NULL, \`version_change_reason\` = NULL, \`version_change_by_id\` = NULL
  	WHERE \`version_change_by_id\` IS NOT NULL AND \`latest\` = 1;`)
}

/** The relations stay where they are: the version before reads only the column, which is still there. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`UPDATE \`documents\` SET
  	\`change_by_id\` = (SELECT r.\`_parent_id\` FROM \`documents_relations\` r WHERE r.\`document_id\` = \`documents\`.\`id\` AND r.\`verb\` IN ('amends', 'repeals', 'replaces') LIMIT 1),
  	\`change_on\` = (SELECT r.\`on\` FROM \`documents_relations\` r WHERE r.\`document_id\` = \`documents\`.\`id\` AND r.\`verb\` IN ('amends', 'repeals', 'replaces') LIMIT 1),
  	\`change_reason\` = (SELECT r.\`reason\` FROM \`documents_relations\` r WHERE r.\`document_id\` = \`documents\`.\`id\` AND r.\`verb\` IN ('amends', 'repeals', 'replaces') LIMIT 1),
  	\`change_status\` = (SELECT CASE r.\`verb\` WHEN 'amends' THEN 'amended' ELSE 'repealed' END FROM \`documents_relations\` r WHERE r.\`document_id\` = \`documents\`.\`id\` AND r.\`verb\` IN ('amends', 'repeals', 'replaces') LIMIT 1)
  	WHERE EXISTS (SELECT 1 FROM \`documents_relations\` r WHERE r.\`document_id\` = \`documents\`.\`id\` AND r.\`verb\` IN ('amends', 'repeals', 'replaces'));`)
}
