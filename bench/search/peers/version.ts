import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../server';

/** The version of a package that is installed. */
export function versionOf(name: string): string {
  const file = path.join(root, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
