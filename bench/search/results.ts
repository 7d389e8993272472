import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { root } from '../server';
import type { Entrant } from './contest';
import type { HttpFigures } from './http';

/** What has been measured, each part with its day: a part that is measured again replaces the old one. */
export type Results = {
  machine: string;
  node: string;
  /** What whoever ran it says about the run. */
  note?: string;
  /** Day of the run, YYYY-MM-DD. */
  contest?: { on: string; entrants: Entrant[] };
  growth?: { on: string; sizes: { size: number; entrant: Entrant }[] };
  /** Whole answers of the built portal over HTTP. */
  http?: { on: string; load: number; figures: HttpFigures[] };
  /** What these take of the processor: as good on a busy machine, where times of the clock are not. */
  cost?: { on: string; load: number; figures: HttpFigures[] };
};

const folder = path.join(root, 'bench/results');
const file = path.join(folder, 'search.json');

export const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
export const today = (): string => new Date().toISOString().slice(0, 10);

export function readResults(): Results {
  const now = { machine, node: process.version };
  if (!existsSync(file)) return now;
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Results), ...now };
}

/** Puts a part into the results as they are now. */
export function keepPart(part: Partial<Results>): Results {
  const results = { ...readResults(), ...part };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  return results;
}

export function writeMarkdown(text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'search.md'), text);
}
