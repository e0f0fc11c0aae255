import { Problem } from '../problem.ts';
import { readOutput } from '../process/run.ts';
import type { Account } from '../process/server-process.ts';

/** The first is the one that PostgreSQL's own packages make. */
const NAMES = ['postgres', 'nobody'];

/**
 * Whom to run a server as that refuses to be root.
 * @returns undefined when this process isn't root: it can stay who it is
 * @throws Problem when there is nobody to be
 */
export async function unprivilegedAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of NAMES) {
    const ids = await Promise.all(['-u', '-g'].map((flag) => readOutput({ command: 'id', args: [flag, name] })));
    const [uid, gid] = ids.map(Number);
    if (uid && gid) return { uid, gid };
  }
  throw new Problem(`PostgreSQL refuses to run as root: make one of the users ${NAMES.join(' or ')}.`);
}
