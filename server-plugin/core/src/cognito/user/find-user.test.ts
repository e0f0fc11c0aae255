import { expect, test } from 'vitest';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord, UserKey } from '../records.ts';
import { findUser } from './find-user.ts';

const SUB = '0d9a7e5c-0000-4000-8000-000000000001';
const POOL = { attributes: {} } as PortPool;

/** What a name opens where somebody has it as an id, and somebody else as a name. */
function found(name: string): UserKey['by'] | undefined {
  const ports = {
    openUser: ({ keys }: { readonly keys: readonly UserKey[] }) => ({ id: keys[0]?.by ?? '' }) as PortUserRecord,
  } as CognitoPorts;
  return findUser(ports, POOL, name)?.id as UserKey['by'] | undefined;
}

test.each([SUB, SUB.toUpperCase(), `f:${SUB}:ada`])('%s is the sub of a user before it is somebody’s name', (name) => {
  expect(found(name)).toBe('id');
});

test.each(['ada', 'ada@example.org', `${SUB}-`, `x${SUB}`, 'fada', ''])('“%s” is a name first', (name) => {
  expect(found(name)).toBe('username');
});
