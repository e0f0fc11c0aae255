import { useState } from 'preact/hooks';
import type { Status } from '../../ui/status-line.tsx';

/** What is under way with a pool, and what came of the last. */
interface PoolState {
  readonly isBusy: boolean;
  /** Why nobody was connected. */
  readonly problem?: string;
  readonly status?: Status;
}

export interface PoolWork extends PoolState {
  readonly set: (state: PoolState) => void;
  /** What was read is no news any more; what is under way stays. */
  readonly forget: () => void;
}

/**
 * For above the gate: the vault may lock while the user signs in at the pool, and what comes of it is to be read when it is open again.
 */
export function usePoolWork(): PoolWork {
  const [state, set] = useState<PoolState>({ isBusy: false });
  return { ...state, set, forget: () => set(({ isBusy }) => ({ isBusy })) };
}
