import { explainPage, type PageExplanation } from '../fill/explain-page.ts';
import type { TabApi } from '../messages/tab-api.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import { topFrame } from '../fill/page-frame.ts';
import type { StorageItem } from '../storage-item.ts';
import { fillCode, type FillPorts } from './fill-code.ts';
import type { Clocks } from './clocks.ts';
import { pickField, type PickPorts } from './pick-field.ts';
import { readPage, type ReadPagePorts } from './read-page.ts';
import { sendEnrolment } from './send-enrolment.ts';
import { setUpHere, type SetUpPorts } from './set-up-here.ts';
import { settle, type SettlePorts } from './settle-enrolment.ts';
import type { Waits } from './waits.ts';

interface ClockPorts {
  readonly clocks: Pick<Clocks, 'measure'>;
}

interface WaitPorts {
  readonly waits: Waits;
}

interface ExplainPorts {
  /** The newest one. In `storage.session`. */
  readonly explanation: StorageItem<PageExplanation | undefined>;
}

/** Answers to the popup about the tab that it hangs on. */
export function tabRequests(
  ports: FillPorts & PickPorts & ReadPagePorts & SetUpPorts & SettlePorts & ExplainPorts & ClockPorts & WaitPorts,
): TabApi {
  return {
    async readPage({ tabId }) {
      const frames = await ports.frames.read(tabId);
      await settle(tabId, frames, ports);
      return readPage(tabId, frames, ports);
    },
    pickField: ({ tabId }) => pickField(tabId, ports),
    async siteClock({ tabId }) {
      const top = topFrame(await ports.frames.read(tabId, 'likely'));
      const accounts = (await ports.vault.accounts()) ?? [];
      const isBound = top !== undefined && accounts.some((account) => isBoundTo(account, top.origin));
      return isBound ? ports.clocks.measure({ tabId, documentId: top.documentId, origin: top.origin }) : 0;
    },
    fillCode: (target) => fillCode(target, ports),
    async cancelWait({ tabId }) {
      ports.waits.cancel(tabId);
    },
    setUpHere: (input) => setUpHere(input, ports),
    sendEnrolment: ({ tabId }) => sendEnrolment(tabId, ports),
    async explainPage({ tabId }) {
      const accounts = (await ports.vault.accounts()) ?? [];
      await ports.explanation.set(explainPage(await ports.picks.find(tabId, await ports.frames.read(tabId), accounts)));
    },
    lastExplanation: () => ports.explanation.get(),
  };
}
