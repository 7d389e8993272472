import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, type BenchPortal } from './server';

export type ImportBench = { name: string; seconds: number; peakMB: number | null; said: string[] };

const CORPUS = path.resolve(root, '../shared/corpus');

/** The whole corpus into the demo database, signed by the demo accounts, index included. */
export function benchImports({ env }: BenchPortal): ImportBench[] {
  return ['state-council', 'laws.tar.xz'].flatMap((name) => {
    const source = path.join(CORPUS, name);
    if (!existsSync(source)) {
      console.log(`import bench: ${name} is not there, skipped`);
      return [];
    }
    const started = performance.now();
    const isTimed = existsSync('/usr/bin/time');
    const node = ['--conditions=production', '--import', 'tsx', 'scripts/import.ts', source];
    const result = isTimed
      ? spawnSync('/usr/bin/time', ['-v', process.execPath, ...node], {
          cwd: root,
          env,
          encoding: 'utf8',
        })
      : spawnSync(process.execPath, node, { cwd: root, env, encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`import of ${name} failed: ${result.stderr}`);
    const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(result.stderr)?.[1];
    return [
      {
        name,
        seconds: (performance.now() - started) / 1000,
        peakMB: peak ? Math.round(Number(peak) / 1024) : null,
        said: result.stdout.split('\n').filter((line) => /每秒|新导入|跳过|检索已更新/.test(line)),
      },
    ];
  });
}
