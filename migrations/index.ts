import * as migration_20261124_230314_initial from './20261124_230314_initial';

export const migrations = [
  {
    up: migration_20261124_230314_initial.up,
    down: migration_20261124_230314_initial.down,
    name: '20261124_230314_initial'
  },
];
