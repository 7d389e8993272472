import * as migration_20261124_231103_initial from './20261124_231103_initial';
import * as migration_20261125_223849_publishing from './20261125_223849_publishing';
import * as migration_20261125_223855_change_by_relation from './20261125_223855_change_by_relation';
import * as migration_20261125_224549_signed_by from './20261125_224549_signed_by';

export const migrations = [
  {
    up: migration_20261124_231103_initial.up,
    down: migration_20261124_231103_initial.down,
    name: '20261124_231103_initial',
  },
  {
    up: migration_20261125_223849_publishing.up,
    down: migration_20261125_223849_publishing.down,
    name: '20261125_223849_publishing',
  },
  {
    up: migration_20261125_223855_change_by_relation.up,
    down: migration_20261125_223855_change_by_relation.down,
    name: '20261125_223855_change_by_relation',
  },
  {
    up: migration_20261125_224549_signed_by.up,
    down: migration_20261125_224549_signed_by.down,
    name: '20261125_224549_signed_by'
  },
];
