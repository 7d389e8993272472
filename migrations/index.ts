import * as migration_20261124_230735_initial from './20261124_230735_initial';

export const migrations = [
  {
    up: migration_20261124_230735_initial.up,
    down: migration_20261124_230735_initial.down,
    name: '20261124_230735_initial'
  },
];
