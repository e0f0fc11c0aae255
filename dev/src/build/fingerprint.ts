import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What lies below a package's folder and is made from it. */
const MADE = new Set(['node_modules', 'dist', 'target']);

/**
 * One SHA-256 over the names and the contents of files and folders, in an order that does not depend on the file system.
 * A path that does not exist counts as such; folders of things that are made from the rest are left out.
 * @param paths relative to `root`
 */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, root, path);
  return hash.digest('hex');
}

function add(hash: Hash, root: string, path: string): void {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) {
    const names = readdirSync(join(root, path)).filter((name) => !MADE.has(name));
    for (const name of names.toSorted()) add(hash, root, `${path}/${name}`);
    return;
  }
  const content = stat === undefined ? undefined : readFileSync(join(root, path));
  // The length keeps one file's end apart from the next one's name.
  hash.update(`${path}\n${content === undefined ? 'absent' : content.length}\n`);
  if (content !== undefined) hash.update(content);
}
