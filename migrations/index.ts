import * as migration_20261124_231103_initial from './20261124_231103_initial';

export const migrations = [
  {
    up: migration_20261124_231103_initial.up,
    down: migration_20261124_231103_initial.down,
    name: '20261124_231103_initial'
  },
];
