import type { Status } from '../ui/status-line.tsx';
import type { VaultView } from './use-vault-view.ts';

/** What came of an enrolment that was begun in this popup: whether its first code stands in the form. */
export type BegunSetUp = 'filled' | 'not-filled';

/** What every part of the open popup gets. */
export interface ViewProps {
  readonly view: VaultView;
  readonly now: number;
  /** The vault has locked itself meanwhile. */
  readonly onLocked: () => void;
  /** Reads the view anew. */
  readonly reload: () => Promise<void>;
  readonly begun: BegunSetUp | undefined;
  readonly onBegun: (begun: BegunSetUp | undefined) => void;
  /** Shows what came of an act; `changed` when the view must be read anew. */
  readonly tell: (status: Status, options: { readonly changed: boolean }) => Promise<void>;
}
