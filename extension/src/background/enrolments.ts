import { advanceEnrolment, type Enrolment, type EnrolmentEvent, type EnrolmentStep } from '../enrol/enrolment.ts';
import type { SerialQueue } from '../serial-queue.ts';
import type { StorageItem } from '../storage-item.ts';

export type EnrolmentsByTab = Readonly<Record<number, Enrolment>>;

export interface EnrolmentsPorts {
  /** In `storage.session`. */
  readonly item: StorageItem<EnrolmentsByTab>;
  readonly queue: SerialQueue;
  /**
   * Makes the staged account active, or returns false while locked. Doing it twice changes nothing. Those that are begun in other tabs
   * stay as they are.
   */
  readonly commit: (accountId: string, begunElsewhere: readonly string[]) => Promise<boolean>;
}

export interface Enrolments {
  all(): Promise<EnrolmentsByTab>;
  begin(tabId: number, enrolment: Enrolment): Promise<void>;
  /** The accounts whose forms may still be accepted in other tabs than this one. */
  begunElsewhere(tabId: number | undefined): Promise<readonly string[]>;
  /** Returns the step that was made, or `undefined` for a tab without an enrolment. */
  advance(tabId: number, event: EnrolmentEvent): Promise<EnrolmentStep | undefined>;
  /** Forgets the enrolments that fit; their accounts stay as they are. */
  end(which: { readonly tabId?: number; readonly accountId?: string }): Promise<void>;
}

/** The enrolments that go on, one per tab. */
export function openEnrolments({ item, queue, commit }: EnrolmentsPorts): Enrolments {
  async function write(change: (byTab: Record<number, Enrolment>) => void): Promise<void> {
    const byTab = { ...(await item.get()) };
    change(byTab);
    await item.set(byTab);
  }

  return {
    all: () => queue(item.get),
    begin: (tabId, enrolment) =>
      queue(() =>
        write((byTab) => {
          byTab[tabId] = enrolment;
        }),
      ),
    begunElsewhere: (tabId) => queue(async () => begunBeside(tabId, await item.get())),
    advance: (tabId, event) =>
      queue(async () => {
        const byTab = await item.get();
        const enrolment = byTab[tabId];
        if (enrolment === undefined) return undefined;
        const step = advanceEnrolment(enrolment, event);
        // The account first: when the background is stopped in between, the same page is judged once more. So it is
        // when the vault was locked meanwhile.
        const wasKept = !step.commits || (await commit(enrolment.accountId, begunBeside(tabId, byTab)));
        if (!wasKept) return { enrolment, commits: false };
        await write((next) => {
          if (step.enrolment === undefined) delete next[tabId];
          else next[tabId] = step.enrolment;
        });
        return step;
      }),
    end: ({ tabId, accountId }) =>
      queue(() =>
        write((byTab) => {
          for (const [tab, enrolment] of Object.entries(byTab)) {
            if (Number(tab) === tabId || enrolment.accountId === accountId) delete byTab[Number(tab)];
          }
        }),
      ),
  };
}

function begunBeside(tabId: number | undefined, byTab: EnrolmentsByTab): readonly string[] {
  return Object.entries(byTab)
    .filter(([tab, { phase }]) => Number(tab) !== tabId && phase !== 'cancelled')
    .map(([, { accountId }]) => accountId);
}
