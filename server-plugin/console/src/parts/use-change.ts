import { useState } from 'preact/hooks';

export interface ChangeState {
  readonly busy: boolean;
  /** Why the last change was refused. */
  readonly problem?: string | undefined;
  readonly done: boolean;
}

/** Runs one change at a time and keeps how it ended, to be said beside the button. */
export function useChange(): ChangeState & { readonly run: (change: () => Promise<unknown>) => Promise<void> } {
  const [state, setState] = useState<ChangeState>({ busy: false, done: false });

  async function run(change: () => Promise<unknown>): Promise<void> {
    if (state.busy) return;
    setState({ busy: true, done: false });
    try {
      await change();
      setState({ busy: false, done: true });
    } catch (error) {
      setState({ busy: false, done: false, problem: (error as Error).message });
    }
  }

  return { ...state, run };
}
